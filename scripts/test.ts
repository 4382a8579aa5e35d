/** `npm test`: the house rules, then every test. The last line is `N passed, M failed`. */
import { resolve } from 'node:path'
import { applyRules, rules } from './check/all.ts'
import { end } from './test/end.ts'
import { runJest } from './test/jest.ts'
import { missingParts } from './test/parts.ts'

const root = resolve(import.meta.dirname, '..')
const house = await applyRules(root, rules)
// The actions are tested as users get them: the committed bundles, which the house rules found fresh.
const env = { RELEASE_ACTIONS_DIST: '1' }
const tests = await runJest(root, process.argv.slice(2), { env })
end([house, tests, { passed: 0, failed: 0, notRun: missingParts(process.env) }])
