import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import type { Draft } from '../domain/ledger/entry.ts'
import { openReleasePath } from '../domain/ledger/path.ts'
import { signersText } from '../domain/ledger/trust.ts'
import { chainOf, releaseKey } from '../domain/release/key.ts'
import { spoken } from '../domain/release/spoken.ts'
import { BACK } from '../domain/rollout/state.ts'
import type { AdvancePorts } from './advance.ts'
import { weightsText } from './held.ts'
import { holdBack, setBack } from './roll-back.ts'
import { answerIn } from './rollback-target.ts'

/**
 * All traffic to the slot that runs the target, which is started first where it does not run any more. Intent and
 * outcome stand in the chain of the version that is left.
 */
export async function switchBack(
  { current, target }: { readonly current: string; readonly target: string },
  reason: string,
  config: Config,
  ports: AdvancePorts,
): Promise<readonly string[]> {
  const lines: string[] = []
  const from = await ports.traffic.weights()
  const [serving, other] = slotsByWeight(from)
  if (serving === undefined || other === undefined)
    throw new Failure('bad-answer', 'the router does not name two slots')
  const inOther = await answerIn(other, ports.traffic)
  const inServing = await answerIn(serving, ports.traffic)
  const slot = inServing === target ? serving : other
  if (slot === other && inOther !== target) {
    await ports.start(target, other)
    lines.push(`started ${spoken(target)} in ${other}`)
  }
  const to = { [serving]: slot === serving ? 100 : 0, [other]: slot === other ? 100 : 0 }
  const release = chainOf(releaseKey('current_version', current, config))
  const write = (draft: Draft, close: readonly string[] = []) =>
    ports.ledger.append(release, (entries) => ({
      draft,
      planHash: entries.at(-1)?.planHash ?? null,
      close,
    }))
  const entries = await write({
    kind: 'intent',
    payload: { effect: 'shift', stage: BACK, reason, from, to },
  })
  ports.mirror.begin(entries)
  await setBack(from, to, ports)
  await holdBack(to, entries, ports)
  await write({ kind: 'outcome', payload: { effect: 'shift', stage: BACK, weights: to } })
  const ended = { effect: 'release', result: 'rolled-back', reason } as const
  const recorded = await write({ kind: 'outcome', payload: ended }, [openReleasePath(release)])
  await ports.mirror.show(recorded)
  lines.push(`recorded, ${signersText(recorded)}`)
  return [...lines, `all traffic is on ${spoken(target)}: ${weightsText(to)}`]
}

function slotsByWeight(weights: Readonly<Record<string, number>>): string[] {
  return Object.keys(weights).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0))
}
