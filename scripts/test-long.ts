/** `npm run test:long`: the bundles built anew, the long tests, then the quick parts of the suite in a random order. The seeds come from the commit. */
import { resolve } from 'node:path'
import { applyRules, longRules, type Tally } from './check/all.ts'
import { runCommand } from './command.ts'
import { filesIn } from './files.ts'
import { end } from './test/end.ts'
import { runJest } from './test/jest.ts'
import { namedTests, type Ran } from './test/named-tests.ts'
import { missingParts } from './test/parts.ts'

const root = resolve(import.meta.dirname, '..')
/** The quick parts of the suite, played once more in an order of the commit; `npm test -- --randomize` does it with all of it. */
const AGAIN = ['test/domain', 'test/app', 'test/adapters', 'test/simulation']
const LONG = 'test-long/**/*.test.ts'

/** A commit always gives the same seeds, the next one others; 1 where there is no commit yet. */
async function seedOfCommit(): Promise<number> {
  const { code, stdout } = await runCommand('git', ['rev-parse', 'HEAD'], { cwd: root })
  return code === 0 ? Number.parseInt(stdout.slice(0, 7), 16) : 1
}

const seed = await seedOfCommit()
const tallies: Tally[] = [{ passed: 0, failed: 0, notRun: missingParts(process.env, 'test:long') }]
if (process.argv.length === 2) tallies.push(await applyRules(root, longRules))
if (filesIn(root, LONG).length > 0) {
  console.log(`long tests, seed ${seed}`)
  // As in `npm test`: the committed bundles.
  const env = { RELEASE_ACTIONS_SEED: String(seed), RELEASE_ACTIONS_DIST: '1' }
  const chosen = process.argv.slice(2)
  const ran: Ran[] = []
  tallies.push(
    await runJest(root, [`--testMatch=<rootDir>/${LONG}`, ...chosen], { env, ran }),
    // Only a whole run can show that everything named in the pages ran.
    ...(chosen.length > 0 ? [] : [namedTests(root, 'test-long', ran)]),
  )
}
console.log(`random order, seed ${seed}`)
tallies.push(await runJest(root, ['--randomize', `--seed=${seed}`, ...AGAIN]))
end(tallies)
