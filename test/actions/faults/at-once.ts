/** Several runs of one action at the same time, whose lists are behind. */
import type { Run } from '../run-action.ts'
import { improper } from './drill.ts'
import type { Rig } from './rig.ts'

/** How many runs, and by how many seconds of theirs the lists of issues and releases are behind. */
export interface Crowd {
  readonly runs: number
  readonly lag: number
}

/**
 * Runs them, then one more, and winds the world back.
 * @returns Everything that is not as it has to be.
 */
export async function crowd(rig: Rig, { runs, lag }: Crowd): Promise<readonly string[]> {
  const stale = (lag * 1000) / rig.drill.lapse
  rig.world.github.faults.push({ path: /\/(issues|releases)$/, times: 9999, stale })
  const first = await Promise.all(
    Array.from({ length: runs }, (_, i) => rig.run({ login: `runner-${i}[bot]`, run: 7 + i })),
  )
  const lacks = await rig.lacks()
  const problems = [...(await rig.doubles()), ...first.flatMap(improper)]
  if (lacks.length > 0 && first.some(({ exit }) => exit === 0)) problems.push(`pass, but ${lacks}`)
  if (first.every(({ exit }) => exit !== 0)) problems.push(`nobody passed: ${said(first)}`)
  const again = await rig.run({ attempt: 2 })
  problems.push(...(await rig.lacks()), ...(await rig.doubles()), ...improper(again))
  if (again.exit !== 0) problems.push(`the run after them: ${said([again])}`)
  await rig.rewind()
  return problems.map((problem) => `${runs} at once, ${lag} s behind: ${problem}`)
}

const said = (runs: readonly Run[]) => runs.map(({ outputs }) => outputs.reason).join(' / ')
