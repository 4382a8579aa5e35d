import { keepGate } from '../../src/app/keep-gate.ts'
import { passed } from '../../src/domain/judging/verdict.ts'
import type { Entry } from '../../src/domain/ledger/entry.ts'
import type { Process } from '../fakes/world.ts'
import { type Rig, type Run, SCOPE } from './rig.ts'

/** The gate before a rollout, which passes, and is recorded. */
export function passGate(
  rig: Rig,
  process: Process,
  run: Run,
  of: { version: string; planHash: string },
) {
  const { ledger, clock, digest } = rig.ports(process, run)
  const { version, planHash } = of
  const record = {
    ...{ schema: 1 as const, version, channel: SCOPE.channel, enforced: false, measured: '' },
    ...{ window: 300_000, to: clock.now().toISOString(), objectives: [], evidence: [] },
  }
  const gated = { verdict: passed('all is well'), measured: '', record }
  return keepGate(gated, { release: { ...SCOPE, version }, planHash }, { ledger, digest })
}

/** Whether the gate has passed in this attempt. @param planned The entries since the plan. */
export function hasPassedGate(planned: readonly Entry[], { id, attempt }: Run): boolean {
  return planned.some(
    ({ kind, payload, run }) =>
      kind === 'verdict' &&
      payload.gate === 'observability-gate' &&
      payload.verdict === 'pass' &&
      run.id === id &&
      run.attempt === attempt,
  )
}
