import { digest } from '../../src/adapters/digest.ts'
import { readChain } from '../../src/domain/ledger/chain.ts'
import { openFreezePath, openReleasePath } from '../../src/domain/ledger/path.ts'
import { rolloutOf } from '../../src/domain/rollout/state.ts'
import type { Invariants } from './invariants.ts'
import { pipeline } from './pipeline.ts'
import { folderOf, isFreeze } from './record.ts'
import { NEW, type Rig, SCOPE } from './rig.ts'
import type { Scenario } from './scenario.ts'

/** No more faults: the release goes on; what cannot go on is taken back, as its issue tells a person to do. */
export async function cleanRun(
  rig: Rig,
  { strategy }: Scenario,
  invariants: Invariants,
): Promise<unknown[]> {
  const { world } = rig
  const bugs: unknown[] = []
  world.calm = true
  world.now += 120_000
  world.task(async () => {
    const options = { strategy, version: NEW, diesWhole: () => false }
    bugs.push(...(await pipeline(rig, { id: 8, attempt: 1 }, options)))
    const unsafe = invariants.versions.filter((v) => ![0, 100].includes(rig.router.weightOf(v)))
    for (const version of unsafe) bugs.push(...(await takeBack(rig, version)))
    const frozen = rig.branch.files.has(openFreezePath(SCOPE)) || rig.list.all.some(isFreeze)
    const run = { id: 10, attempt: 1 }
    if (frozen) await world.process('10.1/freeze', (p) => rig.freeze(p, run, NEW))
  })
  await world.run()
  return bugs
}

async function takeBack(rig: Rig, version: string): Promise<unknown[]> {
  const ended = await rig.world.process(`9.1/${version}`, (process) =>
    rig.promote(process, { id: 9, attempt: 1 }, version, { operation: 'roll-back' }),
  )
  if (ended.kind === 'failed') return [`clean roll back: ${ended.failure.message}`]
  return ended.kind === 'done' ? [] : [ended]
}

/** What must hold when nobody moves any more. */
export function atRest(rig: Rig, invariants: Invariants): string[] {
  const wrong = invariants.versions.flatMap((version) => releaseAtRest(rig, version))
  const freezes = rig.list.all.filter(isFreeze)
  return freezes.length > 1 ? [...wrong, `${freezes.length} freeze issues are open`] : wrong
}

function releaseAtRest({ branch, router }: Rig, version: string): string[] {
  const release = { ...SCOPE, version }
  const texts = [...branch.files]
    .filter(([path]) => path.startsWith(folderOf(version)))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, text]) => text)
  const rollout = rolloutOf(readChain(texts, release, digest))
  const isOpen = rollout !== undefined && rollout.result === undefined
  const weight = router.weightOf(version)
  const runs = [...router.running.values()].includes(version)
  return [
    isOpen === branch.files.has(openReleasePath(release)) ? '' : `${version}: the marker is wrong`,
    weight === 0 || weight === 100 ? '' : `${version} is left with ${weight} %`,
    rollout?.result === 'rolled-back' && weight !== 0 ? `${version} is back with ${weight} %` : '',
    rollout?.result === 'completed' && runs && weight !== 100
      ? `${version} is out with ${weight} %`
      : '',
  ].filter((line) => line !== '')
}
