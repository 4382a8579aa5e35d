import { connect } from '../../adapters/github/connect.ts'
import { runAction } from '../../adapters/runner/action.ts'
import { observabilityGate } from '../../app/observability-gate.ts'
import { readConfig } from '../../app/read-config.ts'
import { gateBlocks } from '../../domain/observability/blocks.ts'
import { planGate } from '../../domain/observability/gate.ts'
import { Inputs, outputs, overriding, toRequest } from './inputs.ts'
import { gatePorts } from './ports.ts'

const definition = { title: 'Observability gate', inputs: Inputs, outputs }

await runAction(definition, async (inputs, runner) => {
  const { repository } = connect(inputs.token, runner)
  const config = await readConfig(repository, inputs.environment ?? '')
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
    summary: gateBlocks(plan, measured, overriding(inputs)),
  }
})
