/** `npm test`: the house rules and, at the same time, every test. The last line is `N passed, M failed`. */
import { resolve } from 'node:path'
import { applyRules, rules } from './check/all.ts'
import { end } from './test/end.ts'
import { runJest } from './test/jest.ts'
import { namedTests, type Ran } from './test/named-tests.ts'
import { missingParts } from './test/parts.ts'

const root = resolve(import.meta.dirname, '..')
// The actions are tested as users get them: the committed bundles, which a house rule holds against the sources meanwhile.
const env = { RELEASE_ACTIONS_DIST: '1' }
const chosen = process.argv.slice(2)
const ran: Ran[] = []
const [house, tests] = await Promise.all([
  applyRules(root, rules),
  runJest(root, chosen, { env, ran }),
])
// Only a whole run can show that everything named in the pages ran.
const named = chosen.length > 0 ? [] : [namedTests(root, 'test', ran)]
end([house, tests, ...named, { passed: 0, failed: 0, notRun: missingParts(process.env) }])
