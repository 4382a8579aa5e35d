/** What is done stays done: a stamp under .tools/stamps names what it was made from. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const file = (tools, name) => join(tools, 'stamps', name)

/** Whether the step was finished with exactly this key. */
export function isStamped(tools, name, key) {
  try {
    return readFileSync(file(tools, name), 'utf8') === key
  } catch {
    return false
  }
}

/** Written last, so that an interrupted step runs again. */
export function writeStamp(tools, name, key) {
  mkdirSync(dirname(file(tools, name)), { recursive: true })
  writeFileSync(file(tools, name), key)
}

/** SHA-256 over the contents of files; a missing file throws. */
export function hashOf(files) {
  const hash = createHash('sha256')
  for (const path of files) hash.update(readFileSync(path))
  return hash.digest('hex')
}
