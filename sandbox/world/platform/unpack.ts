import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type ParsedTarEntryWithData, unpackTar } from 'modern-tar'
import * as z from 'zod'

const MAX_UNPACKED_BYTES = 64 * 1024 * 1024
const SAFE_PATH = /^(?!\.)[\w.@-]+(\/(?!\.)[\w.@-]+)*$/
const Release = z.object({ version: z.string().min(1), commit: z.string().min(1) })

/** What is in a release's tarball, by path below its one top folder. */
export type Contents = ReadonlyMap<string, Uint8Array>

/** Reads a release's tarball whole. Throws one line that names what is wrong with it. */
export async function readTarball(tarball: Uint8Array): Promise<Contents> {
  const entries = await entriesOf(tarball)
  const files = new Map<string, Uint8Array>()
  for (const entry of entries.filter(({ header }) => header.type !== 'directory')) {
    const path = pathOf(entry)
    if (files.has(path)) throw new Error('the tarball holds one path twice')
    files.set(path, entry.data ?? new Uint8Array())
  }
  if (!files.has('server.mjs')) throw new Error('the tarball holds no server.mjs')
  return files
}

/** The version that the tarball itself claims to be, from its `release.json`. */
export function versionIn(contents: Contents): string {
  const bytes = contents.get('release.json')
  if (!bytes) throw new Error('the tarball holds no release.json')
  try {
    return Release.parse(JSON.parse(Buffer.from(bytes).toString())).version
  } catch {
    throw new Error('the release.json in the tarball is not valid')
  }
}

/** Writes the files below `directory`, which is made. */
export function writeContents(contents: Contents, directory: string): void {
  for (const [path, bytes] of contents) {
    const target = join(directory, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, bytes)
  }
}

/** The path below the top folder. */
function pathOf({ header }: ParsedTarEntryWithData): string {
  if (header.type !== 'file') throw new Error('the tarball holds something else than plain files')
  if (!SAFE_PATH.test(header.name)) throw new Error('the tarball holds an unsafe path')
  return header.name.slice(header.name.indexOf('/') + 1)
}

async function entriesOf(tarball: Uint8Array): Promise<ParsedTarEntryWithData[]> {
  try {
    const tar = gunzipSync(tarball, { maxOutputLength: MAX_UNPACKED_BYTES })
    return await unpackTar(tar, { strict: true })
  } catch {
    throw new Error('the bytes are not a valid .tgz')
  }
}
