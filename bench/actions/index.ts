/** `npm run bench -- actions`: our actions beside what does the same job and comes from a package registry. Asserts nothing. */
import { coldStarts } from './cold-start.ts'
import { contestants } from './contestants.ts'
import { type Left, play, type Scenario, scenarios } from './scenarios.ts'
import { costs, outcomes, type Row, reasons } from './table.ts'

/** The tables, ready to print. */
export async function actions(progress: (line: string) => void): Promise<readonly string[]> {
  // What ours are tested as elsewhere, too: the committed bundles.
  process.env.RELEASE_ACTIONS_DIST = '1'
  progress('cold start')
  const colds = await coldStarts()
  const left: (readonly Left[])[] = []
  for (const scenario of scenarios) {
    progress(scenario.name)
    left.push(await everybody(scenario))
  }
  const rows: Row[] = contestants.map((contestant, i) => ({
    contestant,
    cold: colds[i] ?? { requestMs: undefined, times: undefined },
    left: left.flatMap((each) => each[i] ?? []),
  }))
  const parts = [costs(rows), outcomes(rows, 'issue'), outcomes(rows, 'asset'), reasons(rows)]
  return parts.flatMap((lines) => ['', ...lines])
}

/** One after the other, but all at once where each only waits. */
async function everybody(scenario: Scenario): Promise<readonly Left[]> {
  if (scenario.waits) return Promise.all(contestants.map((one) => play(one, scenario)))
  const left: Left[] = []
  for (const one of contestants) left.push(await play(one, scenario))
  return left
}
