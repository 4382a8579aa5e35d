import { createHash } from 'node:crypto'

/** A published file. */
export interface PackageFile {
  readonly filename: string
  /** Project name, normalised as PEP 503 says. */
  readonly project: string
  readonly version: string
  readonly bytes: Uint8Array
  /** Lower-case hex. */
  readonly sha256: string
  readonly requiresPython: string | undefined
  readonly uploadTime: string
  /** Reason for yanking, possibly empty; `undefined` when not yanked. */
  readonly yanked: string | undefined
}

export interface Upload {
  readonly filename: string
  readonly bytes: Uint8Array
  readonly requiresPython?: string
}

/** All files that were ever published. */
export interface Shelf {
  /** Adds a file. The same bytes again change nothing; other bytes under a taken name throw. */
  publish(upload: Upload): PackageFile
  /** Marks all files of a version (PEP 592), or unmarks them with `undefined`. */
  yank(project: string, version: string, reason: string | undefined): void
  projects(): string[]
  /** Files in the order of publishing. */
  filesOf(project: string): PackageFile[]
}

export function openShelf(now: () => Date): Shelf {
  let files: PackageFile[] = []
  const filesOf = (project: string) => files.filter((f) => f.project === normalised(project))
  return {
    publish(upload) {
      const taken = files.find((file) => file.filename === upload.filename)
      const file = taken ?? shelved(upload, now())
      if (sha256(upload.bytes) !== file.sha256) {
        throw new Error(`${upload.filename} is published with other bytes`)
      }
      if (!taken) files.push(file)
      return file
    },
    yank(project, version, reason) {
      const hit = (f: PackageFile) => f.project === normalised(project) && f.version === version
      files = files.map((file) => (hit(file) ? { ...file, yanked: reason } : file))
    },
    projects: () => [...new Set(files.map((file) => file.project))].sort(),
    filesOf,
  }
}

/** Lower case, with each run of `-`, `_` and `.` as one `-` (PEP 503). */
export function normalised(project: string): string {
  return project.toLowerCase().replaceAll(/[-_.]+/g, '-')
}

const WHEEL = /^(?<name>[A-Za-z0-9_.]+)-(?<version>[^-]+)(-\d[^-]*)?-[^-]+-[^-]+-[^-]+\.whl$/
const SDIST = /^(?<name>[A-Za-z0-9_.-]+)-(?<version>[^-]+)\.tar\.gz$/

function shelved({ filename, bytes, requiresPython }: Upload, now: Date): PackageFile {
  const parts = (WHEEL.exec(filename) ?? SDIST.exec(filename))?.groups
  if (!parts?.name || !parts.version) throw new Error(`${filename} is no wheel and no sdist`)
  const project = normalised(parts.name)
  const uploadTime = now.toISOString()
  const digest = sha256(bytes)
  const { version } = parts
  return {
    filename,
    project,
    version,
    bytes,
    sha256: digest,
    requiresPython,
    uploadTime,
    yanked: undefined,
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
