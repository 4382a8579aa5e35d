import { Failure } from '../failure.ts'

/** SHA-256 as 64 lower-case hex digits, by file name. */
export type Checksums = ReadonlyMap<string, string>

/** Larger files are no list of checksums. */
const LARGEST = 1024 * 1024
const LINE = /^([0-9a-f]{64}) {2}(\S(?:.{0,253}\S)?)$/

/**
 * Read lines `<64 hex>  <file>` as `sha256sum` writes them. Strict, because a line that is skipped is a file that
 * nobody checked.
 * @throws Failure `bad-checksums` naming the line.
 */
export function parseChecksums(text: string): Checksums {
  if (text.length > LARGEST) throw bad('the file is larger than 1 MiB')
  const found = new Map<string, string>()
  for (const [index, line] of text.replace(/\n$/, '').split('\n').entries()) {
    const [, hex, file] = LINE.exec(line) ?? []
    if (hex === undefined || file === undefined) throw bad(`line ${index + 1} is none`)
    if (found.has(file)) throw bad(`line ${index + 1} names a file again`)
    found.set(file, hex)
  }
  return found
}

function bad(problem: string): Failure {
  return new Failure(
    'bad-checksums',
    `the checksums cannot be read: ${problem}`,
    'Write each line as <sha256>, two blanks, file name',
  )
}
