/** `npm run check [-- rule …]`: the house rules, one line each; fails if one is broken. */
import { resolve } from 'node:path'
import { applyRules, rules } from './check/all.ts'

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !rules.some((rule) => rule.name === name))
if (unknown.length > 0) {
  console.error(
    `no rule ${unknown.join(', ')}; there are ${rules.map(({ name }) => name).join(', ')}`,
  )
  process.exitCode = 1
} else {
  const chosen = rules.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  const { passed, failed, notRun } = await applyRules(resolve(import.meta.dirname, '..'), chosen)
  console.log(notRun.length === 0 ? 'every check ran' : `not run: ${notRun.join(', ')}`)
  console.log(`${passed} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
}
