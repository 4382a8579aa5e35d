import type { GitHub } from '../../adapters/github/connect.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { expectedPackages } from '../../app/expected-packages.ts'
import { verifyDeclared } from '../../app/verify-package.ts'
import { parseDuration } from '../../domain/config/duration.ts'
import type { Config } from '../../domain/config/schema.ts'
import { packageBlocks } from '../../domain/packages/blocks.ts'
import { releaseKey } from '../../domain/release/key.ts'
import { type Inputs, overriding, toOutputs } from './inputs.ts'
import { openIndex } from './ports.ts'

export async function run(inputs: Inputs, config: Config, github: GitHub, runner: Runner) {
  const { version } = releaseKey('version', inputs.version, config)
  const request = { version, project: inputs.package, sums: inputs['expected-sha256s'] }
  const expected = await expectedPackages(request, config, github.releases)
  const ms = inputs['dry-run'] ? 0 : (inputs.wait ?? parseDuration(config.index.wait) ?? 0)
  const retry = `gh run rerun ${runner.context.runId} --failed`
  const open = () => openIndex(inputs, config, runner)
  const verified = await verifyDeclared(expected, version, { ms, retry }, open, runner.clock)
  for (const line of verified.warnings) runner.log.warning(line)
  return {
    verdict: verified.verdict,
    outputs: { ...toOutputs(verified), version },
    summary: packageBlocks(verified, version, overriding(inputs)),
  }
}
