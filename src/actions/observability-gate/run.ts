import { digest } from '../../adapters/digest.ts'
import type { GitHub } from '../../adapters/github/connect.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { keepGate } from '../../app/keep-gate.ts'
import { type Gated, observabilityGate } from '../../app/observability-gate.ts'
import type { Config } from '../../domain/config/schema.ts'
import { gateBlocks } from '../../domain/observability/blocks.ts'
import { planGate, unusedInputs } from '../../domain/observability/gate.ts'
import { chainOf, releaseKey } from '../../domain/release/key.ts'
import { refuseForeignEvent } from '../foreign-event.ts'
import { connectWriter } from '../ledger.ts'
import { type Inputs, overriding, toRequest } from './inputs.ts'
import { gatePorts } from './ports.ts'

export async function run(inputs: Inputs, config: Config, github: GitHub, runner: Runner) {
  const plan = planGate(toRequest(inputs), config)
  const keep = keeping(inputs, config, github, runner)
  const gated = await observabilityGate(plan, gatePorts(inputs, config, plan, runner))
  const { verdict, told } = await keep(gated)
  return {
    verdict,
    outputs: {
      channel: plan.channel,
      enforced: String(plan.enforced),
      measured_version: gated.measured,
    },
    summary: [
      ...gateBlocks(plan, gated.measured, gated.verdict.evidence, {
        overridden: overriding(inputs),
        unused: unusedInputs(inputs, config),
      }),
      told,
    ].filter((block) => block !== ''),
  }
}

/**
 * What is done with the verdict: nothing, unless it is to be recorded.
 * @throws Failure before anybody is asked, where this run may not write or has no key that it needs.
 */
function keeping(inputs: Inputs, config: Config, github: GitHub, runner: Runner) {
  const { record, 'plan-hash': planHash, 'ledger-key': key, 'dry-run': isDry } = inputs
  if (!record) return async ({ verdict }: Gated) => ({ verdict, told: '' })
  if (isDry) return async ({ verdict }: Gated) => ({ verdict, told: 'Dry run: not recorded.' })
  refuseForeignEvent(runner.context.eventName)
  const ledger = connectWriter(github.ledger, runner, config, key)
  const planned = { release: chainOf(releaseKey('version', inputs.version, config)), planHash }
  return (gated: Gated) => keepGate(gated, planned, { ledger, digest })
}
