import type { Drill } from './drill.ts'
import { type Rig, rigOf } from './rig.ts'
import { enumerated, type Outcome, play, type Scenario } from './scenario.ts'
import { tableOf } from './table.ts'

/** Worlds that are played in at the same time: a run waits more than it works. */
const WORLDS = 3

/**
 * Strikes every request of a drill in every way, or each `every`-th of these scenarios: which, the seed says, so that
 * runs of different commits come to all of them. `RELEASE_ACTIONS_EVERY=1` plays all. Prints a table of what came of it.
 * @returns One line for each scenario with a problem.
 */
export async function strikeEverything(drill: Drill, share: number): Promise<readonly string[]> {
  const every = Number(process.env.RELEASE_ACTIONS_EVERY ?? share)
  const from = Number(process.env.RELEASE_ACTIONS_SEED ?? 0) % every
  const rigs = await Promise.all(Array.from({ length: WORLDS }, () => rigOf(drill)))
  try {
    const [first] = rigs
    const all = first === undefined ? [] : [...(await enumerated(first))]
    const waiting = all.filter((_, i) => i % every === from)
    const outcomes = (await Promise.all(rigs.map((rig) => playAll(rig, waiting)))).flat()
    outcomes.sort((a, b) => a.index - b.index)
    process.stdout.write(`\n${tableOf(drill.name, outcomes)}`)
    return outcomes.flatMap(({ index, call, strike, mode, problems }) =>
      problems.map((problem) => `${index} ${call}, ${strike}, ${mode}: ${problem}`),
    )
  } finally {
    for (const rig of rigs) await rig[Symbol.asyncDispose]()
  }
}

async function playAll(rig: Rig, waiting: Scenario[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
    outcomes.push(await play(rig, next))
  return outcomes
}
