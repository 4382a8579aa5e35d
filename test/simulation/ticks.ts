import type { Workflows } from '../../src/ports/workflows.ts'
import type { Process } from '../fakes/world.ts'
import type { Rig } from './rig.ts'
import type { Scenario } from './scenario.ts'

const MINUTE = 60_000
/** Enough for each stage to bake, to be judged and to be followed. */
const MOST = 40

/** Ticks as a cron starts them, or does not. Answers what nobody expected. */
export async function tickNow(rig: Rig, { ticks }: Scenario): Promise<readonly unknown[]> {
  const bugs: unknown[] = []
  const under: Promise<unknown>[] = []
  for (const [index, gap] of (ticks?.gaps ?? []).entries()) {
    await rig.world.at(rig.world.now + gap)
    const work = oneTick(rig, 30 + index, ticks?.watching)
    under.push(work.then((more) => bugs.push(...more)))
  }
  await Promise.all(under)
  return bugs
}

/** Ticks until no release is open. */
export async function tickOn(
  rig: Rig,
  isOpen: () => boolean,
  id = 60,
): Promise<readonly unknown[]> {
  const bugs: unknown[] = []
  for (let index = 0; index < MOST && isOpen(); index++) {
    await rig.world.at(rig.world.now + MINUTE)
    bugs.push(...(await oneTick(rig, id + index)))
  }
  return bugs
}

/** @param watching How long it looks again and again, milliseconds; once unless given. */
async function oneTick(rig: Rig, id: number, watching?: number): Promise<readonly unknown[]> {
  const run = { id, attempt: 1 }
  const ended = await rig.world.process<unknown>(`${id}.1/tick`, (process) =>
    watching === undefined
      ? rig.tick(process, run)
      : rig.watch(process, run, watching, starts(process)),
  )
  return ended.kind === 'bug' ? [ended.error] : []
}

/** The next watch comes when the scenario says so. */
const starts = (process: Process): Workflows => ({
  dispatch: () => process.meet({ site: 'workflows.dispatch', effect: () => undefined }),
})
