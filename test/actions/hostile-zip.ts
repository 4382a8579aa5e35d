/** Zip archives that hold what they should not. */
import { crc32, deflateRawSync } from 'node:zlib'

/** A file as the archive tells of it. */
export interface Entry {
  readonly name: string
  readonly text: string
  /** Unix mode; that of a plain file unless given. */
  readonly mode?: number
  /** Bytes that the file is said to have; the true number unless given. */
  readonly size?: number
  /** Method of packing; 8, deflated, unless given. */
  readonly method?: number
  /** General purpose flags. */
  readonly flags?: number
  /** Checksum; the true one unless given. */
  readonly crc?: number
}

const header = (length: number, fields: readonly (readonly [at: number, value: number])[]) => {
  const bytes = Buffer.alloc(length)
  for (const [at, value] of fields) bytes.writeUInt32LE(value >>> 0, at)
  return bytes
}

const EMPTY = deflateRawSync('')
const packed = (text: string) => (text === '' ? EMPTY : deflateRawSync(text, { level: 1 }))

/** A zip archive, as badly as wished. */
export function zip(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const { name, text, mode = 0o100644, size = text.length, ...more } of entries) {
    const { method = 8, flags = 0, crc = crc32(text) } = more
    const [path, data] = [Buffer.from(name), method === 0 ? Buffer.from(text) : packed(text)]
    const how = flags | (method << 16)
    const local = header(30, [
      [0, 0x04034b50],
      [6, how],
      [14, crc],
      [18, data.length],
      [22, size],
      [26, path.length],
    ])
    const listed = header(46, [
      [0, 0x02014b50],
      [8, how],
      [16, crc],
      [20, data.length],
      [24, size],
      [28, path.length],
      [38, mode << 16],
      [42, at],
    ])
    listed.writeUInt16LE(0x0314, 4)
    parts.push(local, path, data)
    list.push(listed, path)
    at += local.length + path.length + data.length
  }
  const count = Math.min(entries.length, 0xffff)
  const bytes = list.reduce((sum, part) => sum + part.length, 0)
  const end = header(22, [
    [0, 0x06054b50],
    [8, count | (count << 16)],
    [12, bytes],
    [16, at],
  ])
  return Buffer.concat([...parts, ...list, end])
}
