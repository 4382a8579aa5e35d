import { runArtifacts } from '../../adapters/artifact/run-artifacts.ts'
import { nodeCommand } from '../../adapters/command/node-command.ts'
import { sha256 } from '../../adapters/digest.ts'
import { jobFiles } from '../../adapters/files/job-files.ts'
import { connect } from '../../adapters/github/connect.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { perfRegression } from '../../app/perf-regression.ts'
import { readConfig } from '../../app/read-config.ts'
import { type Inputs, toRequest } from './inputs.ts'

/** Two files of one job can be compared without GitHub: the config is read only when a phase asks for it. */
export function run(inputs: Inputs, runner: Runner) {
  const { context, signal, clock, log } = runner
  const { releases, issues, repository } = connect(inputs.token, runner)
  const files = jobFiles(context)
  const command = nodeCommand({ cwd: context.workspace, maxBytes: 1024 * 1024, signal })
  const config = () => readConfig(repository, inputs.environment ?? '')
  const run = `${context.serverUrl}/${context.owner}/${context.repository}/actions/runs/${context.runId}`
  const request = { ...toRequest(inputs), attempt: context.runAttempt, run }
  const artifacts = runArtifacts(files)
  const github = { releases, issues, artifacts, config }
  return perfRegression(request, { ...github, files, command, digest: sha256, clock, log })
}
