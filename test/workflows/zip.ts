import { inflateRawSync } from 'node:zlib'

const ENTRY = 0x02014b50
const END = 0x06054b50
const STORED = 0

/** The text files of a small zip archive by name, as its own directory lists them. */
export function readZip(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf(Buffer.from(littleEndian(END)))
  const files = new Map<string, string>()
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== ENTRY) throw new Error(`no entry of a zip at byte ${at}`)
    const lengths = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset))
    const [name = 0, extra = 0, comment = 0] = lengths
    files.set(archive.toString('utf8', at + 46, at + 46 + name), contents(archive, at))
    at += 46 + name + extra + comment
  }
  return files
}

function contents(archive: Buffer, at: number): string {
  const local = archive.readUInt32LE(at + 42)
  const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  const bytes = archive.subarray(from, from + archive.readUInt32LE(at + 20))
  const stored = archive.readUInt16LE(at + 10) === STORED
  return (stored ? bytes : inflateRawSync(bytes)).toString('utf8')
}

function littleEndian(value: number): number[] {
  return [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff)
}
