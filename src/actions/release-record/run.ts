import type { GitHub } from '../../adapters/github/connect.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { recordRelease } from '../../app/record-release.ts'
import type { Config } from '../../domain/config/schema.ts'
import { connectLedger, runUrl } from '../ledger.ts'
import type { Inputs } from './inputs.ts'

export async function run(inputs: Inputs, config: Config, github: GitHub, runner: Runner) {
  const ledger = connectLedger(github.ledger, runner)
  return recordRelease({ ...inputs, runUrl: runUrl(runner) }, config, {
    ...github,
    ledger,
    clock: runner.clock,
  })
}
