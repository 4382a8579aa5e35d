import { crc32 } from 'node:zlib'

/** One file of an archive. */
export interface ZipEntry {
  /** Path inside the archive, with slashes. */
  readonly name: string
  readonly bytes: Uint8Array
}

const utf8Names = 0x0800
const version = 20

/** A zip archive of uncompressed files without dates, in the order given. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const facts = factsOf(entry, name)
    const local = Buffer.concat([number(0x04034b50, 4), facts, name, entry.bytes])
    parts.push(local)
    // Central records repeat the facts and add: comment, disk, attributes, place.
    const rest = [number(0, 2), number(0, 2), number(0, 2), number(0, 4), number(offset, 4)]
    const head = [number(0x02014b50, 4), number(version, 2)]
    directory.push(Buffer.concat([...head, facts, ...rest, name]))
    offset += local.length
  }
  const central = Buffer.concat(directory)
  return Buffer.concat([...parts, central, ending(entries.length, central.length, offset)])
}

/** Version, flags, method, time, date, checksum, both sizes, and the lengths of name and extra field. */
function factsOf({ bytes }: ZipEntry, name: Buffer) {
  return Buffer.concat([
    number(version, 2),
    number(utf8Names, 2),
    number(0, 2),
    number(0, 2),
    number(0x21, 2),
    number(crc32(bytes), 4),
    number(bytes.length, 4),
    number(bytes.length, 4),
    number(name.length, 2),
    number(0, 2),
  ])
}

function ending(count: number, size: number, offset: number) {
  const counts = [number(count, 2), number(count, 2)]
  const head = [number(0x06054b50, 4), number(0, 2), number(0, 2)]
  return Buffer.concat([...head, ...counts, number(size, 4), number(offset, 4), number(0, 2)])
}

function number(value: number, bytes: 2 | 4) {
  const buffer = Buffer.alloc(bytes)
  if (bytes === 2) buffer.writeUInt16LE(value)
  else buffer.writeUInt32LE(value)
  return buffer
}
