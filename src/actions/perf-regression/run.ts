import { runArtifacts } from '../../adapters/artifact/run-artifacts.ts'
import { nodeCommand } from '../../adapters/command/node-command.ts'
import { sha256 } from '../../adapters/digest.ts'
import { jobFiles } from '../../adapters/files/job-files.ts'
import type { GitHub } from '../../adapters/github/connect.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { perfRegression } from '../../app/perf-regression.ts'
import type { Config } from '../../domain/config/schema.ts'
import { type Inputs, toRequest } from './inputs.ts'

export function run(
  inputs: Inputs,
  { context, signal, clock, log }: Runner,
  { releases, issues }: GitHub,
  config: () => Promise<Config>,
) {
  const files = jobFiles(context)
  const command = nodeCommand({ cwd: context.workspace, maxBytes: 1024 * 1024, signal })
  const run = `${context.serverUrl}/${context.owner}/${context.repository}/actions/runs/${context.runId}`
  const request = { ...toRequest(inputs), attempt: context.runAttempt, run }
  const artifacts = runArtifacts(files, clock)
  const github = { releases, issues, artifacts, config }
  return perfRegression(request, { ...github, files, command, digest: sha256, clock, log })
}
