import { crc32, inflateRawSync } from 'node:zlib'
import { Failure } from '../../domain/failure.ts'

/** An entry of the archive's list of contents. */
interface Entry {
  readonly name: string
  readonly isFile: boolean
  readonly isStored: boolean
  readonly crc: number
  /** Bytes as stored, and unpacked. */
  readonly packed: number
  readonly size: number
  /** Where the entry's own header begins. */
  readonly at: number
}

const END = 0x06054b50
const END_BYTES = 22
const LISTED = 0x02014b50
const LISTED_BYTES = 46
const LOCAL = 0x04034b50
const LOCAL_BYTES = 30
const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 1
const UNIX = 3
const TYPE_BITS = 0o170000
const REGULAR = 0o100000

/**
 * Texts of the files of a zip archive, which may hold nothing else: no other name, no name twice, no link. All is read in
 * memory, so that no name is ever a path, and no further than it was announced.
 * @param largest Bytes of one file, unpacked.
 * @throws Failure `bad-archive`; `absent` for a file that is not in it.
 */
export function textsOf(
  archive: Buffer,
  wanted: readonly string[],
  largest: number,
): Record<string, string> {
  try {
    const entries = listed(archive, wanted.length)
    for (const entry of entries) prove(entry, wanted, largest)
    if (new Set(entries.map((entry) => entry.name)).size < entries.length)
      throw bad('it holds a file twice')
    return Object.fromEntries(wanted.map((name) => [name, text(archive, entries, name)]))
  } catch (error) {
    if (error instanceof Failure) throw error
    throw bad('it is no zip archive that can be unpacked', error)
  }
}

function prove({ name, isFile, size }: Entry, wanted: readonly string[], largest: number): void {
  if (!wanted.includes(name)) throw bad('it holds a file that nobody asked for')
  if (!isFile) throw bad('it holds something that is no plain file')
  if (size > largest) throw bad(`it holds more than ${largest} bytes in one file`)
}

/** The list of contents, which is what every reader of archives goes by. */
function listed(archive: Buffer, most: number): Entry[] {
  const end = archive.length - END_BYTES
  if (archive.readUInt32LE(end) !== END) throw bad('it does not end as a zip archive')
  const count = archive.readUInt16LE(end + 10)
  if (count > most) throw bad(`it holds more than ${most} files`)
  const entries: Entry[] = []
  for (let i = 0, at = archive.readUInt32LE(end + 16); i < count; i++) {
    if (archive.readUInt32LE(at) !== LISTED) throw bad('its list of contents is broken')
    const rest = [28, 30, 32].map((field) => archive.readUInt16LE(at + field))
    entries.push(entryAt(archive, at, rest[0] ?? 0))
    at += LISTED_BYTES + rest.reduce((sum, length) => sum + length, 0)
  }
  return entries
}

function entryAt(archive: Buffer, at: number, nameBytes: number): Entry {
  const method = archive.readUInt16LE(at + 10)
  if (method !== STORED && method !== DEFLATED) throw bad('it is packed in an unknown way')
  if ((archive.readUInt16LE(at + 8) & ENCRYPTED) !== 0) throw bad('it is encrypted')
  const type = archive.readUInt16LE(at + 40) & TYPE_BITS
  const isUnix = archive.readUInt8(at + 5) === UNIX
  return {
    name: archive.toString('utf8', at + LISTED_BYTES, at + LISTED_BYTES + nameBytes),
    isFile: !isUnix || type === 0 || type === REGULAR,
    isStored: method === STORED,
    crc: archive.readUInt32LE(at + 16),
    packed: archive.readUInt32LE(at + 20),
    size: archive.readUInt32LE(at + 24),
    at: archive.readUInt32LE(at + 42),
  }
}

function text(archive: Buffer, entries: readonly Entry[], name: string): string {
  const entry = entries.find((each) => each.name === name)
  if (entry === undefined) throw new Failure('absent', `the artifact has no file ${name}`)
  const { at, packed, size, crc, isStored } = entry
  if (archive.readUInt32LE(at) !== LOCAL) throw bad('its list of contents is broken')
  const own = archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28)
  const from = at + LOCAL_BYTES + own
  const data = archive.subarray(from, from + packed)
  // A file that unpacks to more than it announced ends with an error, not with the memory.
  const bytes = isStored ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, size) })
  if (bytes.length !== size || crc32(bytes) !== crc) throw bad('a file is not what it announces')
  return bytes.toString('utf8')
}

function bad(problem: string, cause?: unknown): Failure {
  return new Failure('bad-archive', `the archive is refused: ${problem}`, '', { cause })
}
