import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { Failure } from '../../domain/failure.ts'

const STORED = 0
const DEFLATED = 8
const UNIX = 3
const TYPE_BITS = 0o170000
const REGULAR = 0o100000

/** Names stay bytes: decoded, they would be cleaned into others, and errors would repeat them. */
const OPTIONS = { decodeStrings: false }

/**
 * Texts of the files of a zip archive, which may hold nothing else: no other name, no name twice, no link. All is read in
 * memory, so that no name is ever a path, and no further than it was announced.
 * @param largest Bytes of one file, unpacked.
 * @throws Failure `bad-archive`; `absent` for a file that is not in it.
 */
export async function textsOf(
  archive: Buffer,
  wanted: readonly string[],
  largest: number,
): Promise<Record<string, string>> {
  try {
    const zip = await fromBufferPromise(archive, OPTIONS)
    const entries = await listed(zip, wanted.length)
    for (const entry of entries) prove(entry, wanted, largest)
    if (new Set(entries.map(nameOf)).size < entries.length) throw bad('it holds a file twice')
    const texts: Record<string, string> = {}
    for (const name of wanted) texts[name] = await text(zip, entries, name)
    return texts
  } catch (error) {
    if (error instanceof Failure) throw error
    throw bad('it is no zip archive that can be unpacked', error)
  }
}

/** The list of contents, which is what every reader of archives goes by. */
async function listed(zip: ZipFile, most: number): Promise<readonly Entry[]> {
  if (zip.comment.length > 0) throw bad('it does not end as a zip archive')
  if (zip.entryCount > most) throw bad(`it holds more than ${most} files`)
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  return entries
}

function prove(entry: Entry, wanted: readonly string[], largest: number): void {
  const { compressionMethod: method, uncompressedSize: size } = entry
  if (method !== STORED && method !== DEFLATED) throw bad('it is packed in an unknown way')
  if (entry.isEncrypted()) throw bad('it is encrypted')
  if (!wanted.includes(nameOf(entry))) throw bad('it holds a file that nobody asked for')
  if (!isFile(entry)) throw bad('it holds something that is no plain file')
  if (size > largest) throw bad(`it holds more than ${largest} bytes in one file`)
}

function nameOf({ fileNameRaw }: Entry): string {
  return fileNameRaw.toString('utf8')
}

function isFile({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  const type = (externalFileAttributes >>> 16) & TYPE_BITS
  return versionMadeBy >> 8 !== UNIX || type === 0 || type === REGULAR
}

/** A file that unpacks to more or less than it announced ends with an error, not with the memory. */
async function text(zip: ZipFile, entries: readonly Entry[], name: string): Promise<string> {
  const entry = entries.find((each) => nameOf(each) === name)
  if (entry === undefined) throw new Failure('absent', `the artifact has no file ${name}`)
  const bytes = await buffer(await zip.openReadStreamPromise(entry))
  // The library leaves this to its callers.
  if (crc32(bytes) !== entry.crc32) throw bad('a file is not what it announces')
  return bytes.toString('utf8')
}

function bad(problem: string, cause?: unknown): Failure {
  return new Failure('bad-archive', `the archive is refused: ${problem}`, '', { cause })
}
