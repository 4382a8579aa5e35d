/** `npm test`: the house rules, then every test. The last line is `N passed, M failed`. */
import { resolve } from 'node:path'
import { applyRules, rules } from './check/all.ts'
import { end } from './test/end.ts'
import { runJest } from './test/jest.ts'
import { missingParts } from './test/parts.ts'

const root = resolve(import.meta.dirname, '..')
const house = await applyRules(root, rules)
const tests = await runJest(root, process.argv.slice(2))
end([house, tests, { passed: 0, failed: 0, notRun: missingParts(process.env) }])
