import type { GitHub } from '../../adapters/github/connect.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { observabilityGate } from '../../app/observability-gate.ts'
import type { Config } from '../../domain/config/schema.ts'
import { gateBlocks } from '../../domain/observability/blocks.ts'
import { planGate, unusedInputs } from '../../domain/observability/gate.ts'
import { type Inputs, overriding, toRequest } from './inputs.ts'
import { gatePorts } from './ports.ts'

export async function run(inputs: Inputs, config: Config, _github: GitHub, runner: Runner) {
  const plan = planGate(toRequest(inputs), config)
  const ports = gatePorts(inputs, config, plan, runner)
  const { verdict, measured } = await observabilityGate(plan, ports)
  return {
    verdict,
    outputs: {
      channel: plan.channel,
      enforced: String(plan.enforced),
      measured_version: measured,
    },
    summary: gateBlocks(plan, measured, verdict.evidence, {
      overridden: overriding(inputs),
      unused: unusedInputs(inputs, config),
    }),
  }
}
