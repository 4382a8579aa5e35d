/** `npm run check [-- rule …]`: the house rules, one line each; fails if one is broken. */
import { resolve } from 'node:path'
import { applyRules, longRules, rules } from './check/all.ts'

const wanted = process.argv.slice(2)
const all = [...rules, ...longRules]
const unknown = wanted.filter((name) => !all.some((rule) => rule.name === name))
if (unknown.length > 0) {
  console.error(
    `no rule ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}`,
  )
  process.exitCode = 1
} else {
  const chosen = wanted.length === 0 ? rules : all.filter(({ name }) => wanted.includes(name))
  const { passed, failed, notRun } = await applyRules(resolve(import.meta.dirname, '..'), chosen)
  console.log(notRun.length === 0 ? 'every check ran' : `not run: ${notRun.join(', ')}`)
  console.log(`${passed} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
}
