import { closeSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { hashing } from '../adapters/digest.ts'
import { Failure } from '../domain/failure.ts'
import type { Measured } from '../domain/release/measured.ts'

const PIECE = 1024 * 1024

/** The files that lie directly in a folder, by name; none without a folder. @throws Failure `absent`. */
export function measuredIn(folder: string | undefined): ReadonlyMap<string, Measured> {
  if (folder === undefined) return new Map()
  try {
    const files = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile())
    return new Map(files.map(({ name }) => [name, measured(join(folder, name))]))
  } catch (cause) {
    throw new Failure('absent', `the folder ${folder} cannot be read`, '', { cause })
  }
}

function measured(path: string): Measured {
  const file = openSync(path, 'r')
  try {
    const hash = hashing()
    const buffer = Buffer.alloc(PIECE)
    for (let read = -1; read !== 0; hash.take(buffer.subarray(0, read)))
      read = readSync(file, buffer, 0, PIECE, null)
    return hash.done()
  } finally {
    closeSync(file)
  }
}
