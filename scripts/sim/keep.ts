import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Case, Kept } from '../../test/simulation/case.ts'
import { smallestOf } from '../../test/simulation/shrink.ts'

const FILE = 'test/simulation/regressions.json'

/** Makes a failing case smaller and adds it to those that the tests play. Answers what to print. */
export async function keepSmallest(root: string, failing: Case): Promise<readonly string[]> {
  const smallest = await smallestOf(failing)
  const path = join(root, FILE)
  const known = JSON.parse(readFileSync(path, 'utf8')) as readonly Kept[]
  const isKnown = known.some((k) => JSON.stringify(caseOf(k)) === JSON.stringify(caseOf(smallest)))
  if (!isKnown) writeFileSync(path, `${JSON.stringify([...known, smallest], null, 2)}\n`)
  const { seed, strikes, what } = smallest
  return [
    `seed ${seed}, made smaller, kept in ${FILE}: ${what}`,
    ...strikes.map(({ fault, process, index, site }) => `${fault} at ${process} ${index} ${site}`),
  ]
}

function caseOf({ seed, scenario, strikes }: Case): Case {
  return { seed, scenario, strikes }
}
