/** `npm run docs`: writes the generated tables and the schema. `--check` only says what is stale, and fails. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { stalePages } from './docs/pages.ts'

const root = resolve(import.meta.dirname, '..')

try {
  const { stale, problems } = await stalePages(root)
  const check = process.argv.includes('--check')
  for (const { path, text } of stale) {
    console.log(check ? `${path} is stale: run npm run docs` : `${path} written`)
    if (check) continue
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const line of problems) console.error(line)
  if (stale.length + problems.length === 0) console.log('everything generated is fresh')
  if (problems.length > 0 || (check && stale.length > 0)) process.exitCode = 1
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
