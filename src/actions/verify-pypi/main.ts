import { connect } from '../../adapters/github/connect.ts'
import { runAction } from '../../adapters/runner/action.ts'
import { expectedPackages } from '../../app/expected-packages.ts'
import { readConfig } from '../../app/read-config.ts'
import { verifyDeclared } from '../../app/verify-package.ts'
import { parseDuration } from '../../domain/config/duration.ts'
import { packageBlocks } from '../../domain/packages/blocks.ts'
import { Inputs, outputs, overriding, toOutputs } from './inputs.ts'
import { openIndex } from './ports.ts'

const definition = { title: 'Package index', inputs: Inputs, outputs }

await runAction(definition, async (inputs, runner) => {
  const { version } = inputs
  const github = connect(inputs.token, runner)
  const config = await readConfig(github.repository, inputs.environment ?? '')
  const request = { version, project: inputs.package, sums: inputs['expected-sha256s'] }
  const expected = await expectedPackages(request, config, github.releases)
  const ms = inputs['dry-run'] ? 0 : (inputs.wait ?? parseDuration(config.index.wait) ?? 0)
  const retry = `gh run rerun ${runner.context.runId} --failed`
  const open = () => openIndex(inputs, config, runner)
  const verified = await verifyDeclared(expected, version, { ms, retry }, open, runner.clock)
  return {
    verdict: verified.verdict,
    outputs: { ...toOutputs(verified), version },
    summary: packageBlocks(verified, version, overriding(inputs)),
  }
})
