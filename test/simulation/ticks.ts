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
    under.push(oneTick(rig, 30 + index).then((more) => bugs.push(...more)))
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

async function oneTick(rig: Rig, id: number): Promise<readonly unknown[]> {
  const ended = await rig.world.process(`${id}.1/tick`, (process) =>
    rig.tick(process, { id, attempt: 1 }),
  )
  return ended.kind === 'bug' ? [ended.error] : []
}
