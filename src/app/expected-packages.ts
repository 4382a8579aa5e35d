import type { Artefact } from '../domain/config/artefact.ts'
import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import type { Expectation } from '../domain/packages/expectation.ts'
import { versionInFileName } from '../domain/packages/file-name.ts'
import { normaliseName } from '../domain/packages/name.ts'
import { pythonVersionKey, toPythonVersion } from '../domain/packages/python-version.ts'
import { type Checksums, parseChecksums } from '../domain/release/checksums.ts'
import { fill } from '../domain/release/template.ts'
import type { Release, Releases } from '../ports/releases.ts'
import { declaredFile } from './declared-file.ts'
import { releaseOf } from './fetch-asset.ts'

export interface PackageRequest {
  /** Release version. */
  readonly version: string
  /** Undefined: every package that the config declares. */
  readonly project: string | undefined
  /** Digests given by hand; undefined: those of the release's checksum file. */
  readonly sums: Checksums | undefined
}

type PythonPackage = Extract<Artefact, { kind: 'python-package' }>

/**
 * What the index must have: the declared files with their digests, by project. Empty when nothing is declared. A
 * project that is not declared is expected with the files given by hand, else with any file.
 * @throws Failure `bad-input`, `absent`, `bad-checksums`.
 */
export async function expectedPackages(
  request: PackageRequest,
  config: Pick<Config, 'artefacts' | 'tag-prefix'>,
  releases: Releases,
): Promise<readonly Expectation[]> {
  const declared = config.artefacts.filter((a) => a.kind === 'python-package')
  const wanted = request.project === undefined ? declared : declared.filter(isOf(request.project))
  if (wanted.length === 0 && request.project === undefined) return []
  const python = pythonVersionOf(request.version)
  if (request.sums !== undefined || wanted.length === 0)
    return byHand(request, wanted, python, request.sums ?? new Map())
  const release = await releaseOf(request.version, config['tag-prefix'], releases)
  const lists = new Map<string, Promise<Checksums>>()
  const files: { readonly project: string; readonly file: [string, string] }[] = []
  for (const artefact of wanted) {
    const list = fill(artefact.checksums, { version: request.version })
    const sums = lists.get(list) ?? download(list, release, releases)
    lists.set(list, sums)
    const { name, sha256 } = declaredFile(artefact, request.version, list, await sums)
    files.push({ project: normaliseName(artefact.name), file: [name, sha256] })
  }
  return [...Map.groupBy(files, ({ project }) => project)].map(([project, of]) => ({
    project,
    versionKey: keyOf(python),
    files: new Map(of.map(({ file }) => file)),
  }))
}

function isOf(project: string): (artefact: PythonPackage) => boolean {
  return ({ name }) => normaliseName(name) === normaliseName(project)
}

function byHand(
  { project, version }: PackageRequest,
  declared: readonly PythonPackage[],
  python: string,
  sums: Checksums,
): readonly Expectation[] {
  const projects = new Set(
    (project === undefined ? declared.map((a) => a.name) : [project]).map(normaliseName),
  )
  return [...projects].map((name) => {
    const files = [...sums].filter(([file]) => versionInFileName(file, name) === keyOf(python))
    if (sums.size > 0 && files.length === 0)
      throw new Failure(
        'bad-input',
        `input expected-sha256s: names no file of ${name} ${version}`,
        'Give the names as they stand on the index',
      )
    return { project: name, versionKey: keyOf(python), files: new Map(files) }
  })
}

async function download(name: string, release: Release, releases: Releases): Promise<Checksums> {
  const asset = release.assets.find((a) => a.name === name)
  if (asset === undefined)
    throw new Failure(
      'absent',
      `release ${release.tag} has no asset ${name}`,
      'Upload it to the release, or give expected-sha256s',
    )
  return parseChecksums(new TextDecoder().decode(await releases.download(asset)))
}

function pythonVersionOf(version: string): string {
  const python = toPythonVersion(version)
  if (python?.includes('+'))
    throw new Failure(
      'bad-input',
      `input version: ${version} is a local version`,
      'An index for others takes none: publish without what follows the +',
    )
  if (python !== undefined) return python
  throw new Failure(
    'bad-input',
    `input version: ${version} has no Python spelling`,
    'Packages know the prereleases alpha, beta, rc and dev only',
  )
}

function keyOf(python: string): string {
  return pythonVersionKey(python) ?? python
}
