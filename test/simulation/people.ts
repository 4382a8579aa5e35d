import type { Entry } from '../../src/domain/ledger/entry.ts'
import { trackingMarkerText } from '../../src/domain/ledger/freeze.ts'
import { decide } from '../../src/domain/rollout/decide.ts'
import { rolloutOf } from '../../src/domain/rollout/state.ts'
import type { Invariants } from './invariants.ts'
import { isBack, isFreeze } from './record.ts'
import { NEW, type Rig, SCOPE } from './rig.ts'
import type { Scenario } from './scenario.ts'

const MINUTE = 60_000
/** From when on nobody looks any more, milliseconds. */
const LAST = 14 * MINUTE

/** People who look at the issues every two minutes, one at the even ones and one at the odd ones. */
export async function tendIssues(rig: Rig, { closer, meddler }: Scenario): Promise<void> {
  if (closer === undefined && meddler === undefined) return
  const start = rig.world.now
  for (let after = MINUTE; after <= LAST; after += MINUTE) {
    await rig.world.at(start + after)
    if (after % (2 * MINUTE) > 0) meddle(rig, meddler)
    else if (closer !== undefined)
      for (const { number } of rig.list.all.filter(isFreeze)) rig.list.close(number, closer)
  }
}

function meddle({ list }: Rig, meddler: Scenario['meddler']): void {
  const tracking = trackingMarkerText(SCOPE.product, NEW)
  for (const { number, body, state, closedBy } of list.all) {
    const isOpen = state === 'open'
    if (meddler === 'reopens' && !isOpen && closedBy !== undefined) list.reopen(number)
    if (meddler === 'unlabels' && isFreeze({ body, state })) list.unlabel(number)
    if (meddler === 'untracks' && isOpen && body.includes(tracking)) list.close(number, 'ada')
  }
}

/**
 * Somebody sets the weights at the router's own console, so long after so many entries of the release, but only in the
 * middle of it: what has ended, or is on its way back, is left alone.
 */
export function moveByHand(rig: Rig, { hand }: Scenario, invariants: Invariants): void {
  if (hand === undefined) return
  let left = hand.entries
  rig.world.watch((effect) => {
    if (effect.kind !== 'commit' || effect.entry?.release.version !== NEW) return
    if (!['verdict', 'outcome'].includes(effect.entry.kind) || --left !== 0) return
    rig.world.task(async () => {
      await rig.world.at(rig.world.now + hand.after)
      // When all comes to rest nobody does anything by hand any more.
      if (rig.world.calm || !isInTheMiddle(invariants.planned(NEW))) return
      rig.router.setByHand({ blue: 100 - hand.weight, green: hand.weight })
    })
  })
}

function isInTheMiddle(chain: readonly Entry[]): boolean {
  const rollout = rolloutOf(chain)
  if (rollout?.weights === undefined || rollout.result !== undefined) return false
  return !chain.some(isBack) && decide(rollout).kind !== 'roll-back'
}
