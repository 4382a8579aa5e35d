import type { Entry } from '../../src/domain/ledger/entry.ts'
import type { Conditions } from '../../src/domain/rollout/conditions.ts'

type Lacks = (chain: readonly Entry[], asked: Conditions, now: number) => boolean

/** What a step forward may lack, by what the record has to hold before it. */
const LACKS: Readonly<Record<string, Lacks>> = {
  'an approval of its plan': (chain, { approval }) =>
    approval !== undefined &&
    !chain.some((e) => e.kind === 'approval' && e.payload.decision === 'approve'),
  'a notice in time': (chain, { notice }, now) =>
    notice !== undefined &&
    !chain.some(
      (e) => e.kind === 'notice-delivered' && now - Date.parse(e.payload.delivered) >= notice,
    ),
  'its time': (_, { notBefore }, now) => notBefore !== undefined && now < Date.parse(notBefore),
  'a backup': (chain, { backup }) => backup === true && !chain.some((e) => e.kind === 'backup'),
  'its checks': (chain, { checkpoints }) =>
    checkpoints === true &&
    (checkedItems(chain, 'prepared') < 6 || checkedItems(chain, 'pre-checked') < 2),
}

/** What a step forward lacks. @param chain The entries since the plan, before the step. */
export function lacking(chain: readonly Entry[], now: number): string | undefined {
  const asked = chain.find((e) => e.kind === 'plan')?.payload.plan.conditions
  if (asked === undefined) return undefined
  return Object.entries(LACKS).find(([, lacks]) => lacks(chain, asked, now))?.[0]
}

/** What is wrong with an end that is no way back. @param chain The entries since the plan, with the end. */
export function endsEarly(
  { payload }: Extract<Entry, { kind: 'outcome' }>,
  chain: readonly Entry[],
): string | undefined {
  if (payload.effect !== 'release' || payload.result === 'rolled-back') return undefined
  const isHandedOver = chain.some((e) => e.kind === 'handover')
  if (isHandedOver && !chain.some((e) => e.kind === 'intent'))
    return 'a release ends that waits for its first weight'
  const asked = chain.find((e) => e.kind === 'plan')?.payload.plan.conditions?.checkpoints
  const isUnchecked = payload.result === 'completed' && checkedItems(chain, 'post-checked') < 9
  return asked && isUnchecked ? 'a release completes before its checks' : undefined
}

/** How many items of a checkpoint stand in the record. */
function checkedItems(chain: readonly Entry[], name: string): number {
  const done = chain.flatMap((e) =>
    e.kind === 'checkpoint' && e.payload.checkpoint === name ? e.payload.done : [],
  )
  return new Set(done).size
}
