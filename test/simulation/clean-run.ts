import { ATTACHMENTS } from '../../src/domain/ledger/attachment.ts'
import { type AuditedChain, auditChains } from '../../src/domain/ledger/audit.ts'
import { auditAttachments } from '../../src/domain/ledger/audit-attachments.ts'
import { trackingMarkerText } from '../../src/domain/ledger/freeze.ts'
import { auditMarkers } from '../../src/domain/ledger/markers.ts'
import { openFreezePath } from '../../src/domain/ledger/path.ts'
import type { Measured } from '../../src/domain/release/measured.ts'
import { decide } from '../../src/domain/rollout/decide.ts'
import { type Replayed, replay } from '../../src/domain/rollout/replay.ts'
import type { ReadAttachment } from '../../src/domain/rollout/replay-comparison.ts'
import { rolloutOf } from '../../src/domain/rollout/state.ts'
import type { Struck } from '../fakes/fault.ts'
import { meetAll } from './attentive.ts'
import type { Invariants } from './invariants.ts'
import { pipeline } from './pipeline.ts'
import { isFreeze } from './record.ts'
import { hash, NEW, NEXT, type Rig, SCOPE } from './rig.ts'
import type { Scenario } from './scenario.ts'
import { tickOn } from './ticks.ts'

/** After this no condition waits for a time, milliseconds. */
const LONGEST_WAIT_MS = 5 * 60_000

/** No more faults: the release goes on; what cannot go on is taken back, as its issue tells a person to do. */
export async function cleanRun(
  rig: Rig,
  scenario: Scenario,
  invariants: Invariants,
): Promise<unknown[]> {
  const { world } = rig
  const bugs: unknown[] = []
  world.calm = true
  world.now += 120_000
  world.task(async () => {
    bugs.push(...(await goOn(rig, scenario, invariants)))
    const unsafe = invariants.versions.filter(
      (v) => ![0, 100].includes(rig.router.weightOf(v)) && !invariants.movedAtEnd.has(v),
    )
    for (const version of unsafe) bugs.push(...(await takeBack(rig, version)))
    const frozen = rig.branch.files.has(openFreezePath(SCOPE)) || rig.list.all.some(isFreeze)
    const run = { id: 10, attempt: 1 }
    if (frozen) await world.process('10.1/freeze', (p) => rig.freeze(p, run, NEW))
  })
  await world.run()
  return bugs
}

/** Pipelines and ticks; what waits for people gets them, before the first weight and before the end. */
async function goOn(rig: Rig, scenario: Scenario, invariants: Invariants): Promise<unknown[]> {
  const { strategy, ticks, attentive } = scenario
  const options = { strategy, version: NEW, diesWhole: () => false }
  const bugs: unknown[] = []
  for (const id of attentive === undefined ? [8] : [8, 500, 600]) {
    bugs.push(...(await pipeline(rig, { id, attempt: 1 }, options)).bugs)
    if (attentive !== undefined) {
      bugs.push(...(await meetAll(rig, id + 20)))
      await rig.world.at(rig.world.now + LONGEST_WAIT_MS)
    }
    if (ticks !== undefined) bugs.push(...(await tickOn(rig, () => isMoving(invariants), id + 50)))
  }
  return bugs
}

/** What a tick could still do something about: neither ended, nor left to a person. */
function isMoving(invariants: Invariants): boolean {
  return invariants.versions.some((version) => {
    const rollout = rolloutOf(invariants.planned(version))
    return (
      rollout !== undefined &&
      !['ended', 'paused', 'await'].includes(decide(rollout, invariants.now).kind)
    )
  })
}

async function takeBack(rig: Rig, version: string): Promise<unknown[]> {
  const ended = await rig.world.process(`9.1/${version}`, (process) =>
    rig.promote(process, { id: 9, attempt: 1 }, version, { operation: 'roll-back' }),
  )
  if (ended.kind === 'failed') return [`clean roll back: ${ended.failure.message}`]
  return ended.kind === 'done' ? [] : [ended]
}

/** What must hold before anybody cleans up, where nothing went wrong with who writes issues: one for one thing. */
export function afterwards({ list, branch, world }: Rig): string[] {
  const isFreezing = ({ process, site }: Struck) =>
    site.startsWith('issues.') || /\/(?:freeze|plan|tick)$/.test(process)
  if (world.struck.some(isFreezing)) return []
  const open = list.all.filter(isFreeze)
  const freezes = open.filter((i) => !list.reopened.has(i.number)).length
  const isFrozen = branch.files.has(openFreezePath(SCOPE))
  const isClosed = list.all.some((i) => i.closedBy !== undefined)
  const releases = [NEW, NEXT].map((version) => {
    const marker = trackingMarkerText(SCOPE.product, version)
    return list.all.filter((i) => i.state === 'open' && i.body.includes(marker)).length
  })
  return [
    ...(freezes > 1 ? [`${freezes} freeze issues are left open`] : []),
    ...(open.length === 0 && isFrozen && !isClosed ? ['a freeze is left without an issue'] : []),
    ...releases.filter((n) => n > 1).map((n) => `${n} issues track one release`),
  ]
}

/** What must hold when nobody moves any more. */
export function atRest({ list, branch, router, page }: Rig, { movedAtEnd }: Invariants): string[] {
  const files = [...branch.files].map(([path, text]) => ({ path, text }))
  const { chains, strangers } = auditChains(files, hash)
  const faults = [
    ...chains.flatMap(({ fault }) => fault ?? []),
    ...strangers,
    ...auditMarkers(files, chains),
    ...auditAttachments(chains, { ledger: heldBy(branch), folder: new Map() }).faults,
  ]
  // What a person has opened again is theirs to close.
  const freezes = list.all.filter((i) => isFreeze(i) && !list.reopened.has(i.number))
  return [
    ...faults.map(({ path, why }) => `${path}: ${why}`),
    ...chains
      .filter(({ release }) => !movedAtEnd.has(release.version))
      .flatMap((chain) => releaseAtRest(chain, router)),
    ...chains.flatMap(({ entries }) =>
      replay(entries, heldIn(branch)).filter(isOther).map(differing),
    ),
    ...(freezes.length > 1 ? [`${freezes.length} freeze issues are open`] : []),
    ...chains.filter((chain) => isForgotten(chain, page)).map(({ release }) => forgotten(release)),
  ]
}

/** What lies on the branch is what its name says: `heldBy` has looked. */
function heldIn({ files }: Rig['branch']): ReadAttachment {
  return ({ place }) => {
    const text = 'ledger' in place ? files.get(place.ledger) : undefined
    return text === undefined ? { fault: 'its bytes are missing' } : { text }
  }
}

function heldBy({ files }: Rig['branch']): ReadonlyMap<string, Measured> {
  const own = [...files].filter(([path]) => path.startsWith(ATTACHMENTS))
  return new Map(
    own.map(([path, text]) => [
      path,
      { sha256: hash(text).slice('sha256:'.length), size: text.length },
    ]),
  )
}

/** Nobody runs a tick again for what it has ended. */
function isForgotten({ entries, release, result }: AuditedChain, page: Rig['page']): boolean {
  const { clock } = entries.findLast((e) => e.kind === 'plan')?.payload.plan ?? {}
  return result === 'completed' && clock !== undefined && page.isDraft(`v${release.version}`)
}

const forgotten = ({ version }: AuditedChain['release']) =>
  `${version} has completed and is not published`

const isOther = ({ recorded, recomputed, faults }: Replayed) =>
  recorded !== recomputed || faults.length > 0
const differing = ({ seq, recorded, recomputed, faults }: Replayed) =>
  `entry ${seq}: ${recorded} is recorded, its evidence gives ${recomputed}; ${faults.join('; ')}`

function releaseAtRest({ release: { version }, result }: AuditedChain, router: Rig['router']) {
  const weight = router.weightOf(version)
  const runs = [...router.running.values()].includes(version)
  return [
    weight === 0 || weight === 100 ? '' : `${version} is left with ${weight} %`,
    result === 'rolled-back' && weight !== 0 ? `${version} is back with ${weight} %` : '',
    result === 'completed' && runs && weight !== 100 ? `${version} is out with ${weight} %` : '',
  ].filter((line) => line !== '')
}
