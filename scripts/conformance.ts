/**
 * `npm run conformance -- DIR`: checks every vector file that is known by its name in DIR and the folders below, and prints
 * a table. Exit code 1 where a row fails or cannot be read, or where there is no vector file at all.
 */
import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { tableOf } from './conformance/table.ts'
import { checkVectors } from './conformance/vectors.ts'

function conformance(folder: string): void {
  const checked = checkVectors(folder)
  for (const line of tableOf(checked)) console.log(line)
  const isEmpty = checked.files.length + checked.unknown.length === 0
  if (isEmpty) console.error('there is no JSON file to check: name a folder of vectors')
  if (isEmpty || checked.files.some(({ failed }) => failed.length > 0)) process.exitCode = 1
}

const [name = '', ...rest] = process.argv.slice(2)
const folder = resolve(name)
if (name !== '' && rest.length === 0 && existsSync(folder) && statSync(folder).isDirectory())
  conformance(folder)
else {
  console.error('name one folder of vector files: npm run conformance -- DIR')
  process.exitCode = 1
}
