/** What is done stays done: a stamp under .tools/stamps names what it was made from. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const file = (tools, name) => join(tools, 'stamps', name)

/** The key with which the step was finished last; '' when it never was. */
export function stampOf(tools, name) {
  try {
    return readFileSync(file(tools, name), 'utf8')
  } catch {
    return ''
  }
}

/** Whether the step was finished with exactly this key. */
export const isStamped = (tools, name, key) => stampOf(tools, name) === key

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
