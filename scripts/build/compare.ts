/** Two folders byte for byte. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** One line for each file that is missing, left over or different in `actual`; empty when the folders are identical. */
export function differences(expected: string, actual: string): string[] {
  const wanted = new Set(filesBelow(expected))
  const present = new Set(filesBelow(actual))
  return [...new Set([...wanted, ...present])].sort().flatMap((path) => {
    if (!present.has(path)) return [`${path} is missing`]
    if (!wanted.has(path)) return [`${path} is not built from anything`]
    return sameBytes(join(expected, path), join(actual, path)) ? [] : [`${path} differs`]
  })
}

const sameBytes = (a: string, b: string) => readFileSync(a).equals(readFileSync(b))

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return globSync('**', { cwd: folder }).filter((path) => statSync(join(folder, path)).isFile())
}
