import { sha256 } from '../../adapters/digest.ts'
import type { GitHub } from '../../adapters/github/connect.ts'
import type { Runner } from '../../adapters/runner/action.ts'
import { sigstoreSigner } from '../../adapters/sigstore/signer.ts'
import { attestRecord } from '../../app/attest-record.ts'
import type { Config } from '../../domain/config/schema.ts'
import { connectReader } from '../ledger.ts'
import type { Inputs } from './inputs.ts'

export async function run(inputs: Inputs, config: Config, github: GitHub, runner: Runner) {
  return attestRecord(inputs, config, {
    ledger: connectReader(github.ledger, runner, config),
    attestations: github.attestations,
    signer: sigstoreSigner(runner.context.hasIdentity),
    digest: sha256,
  })
}
