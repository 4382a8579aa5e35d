import { Failure } from '../../domain/failure.ts'
import type { Bundle, Signer } from '../../ports/attestations.ts'

const GRANT = 'Grant the job id-token: write; GitHub gives none to runs of pull requests from forks'

/**
 * Signs with a certificate that Sigstore gives for the identity of the run: its public instance, or GitHub's own for
 * repositories that are not public. The hosts are those of `@actions/attest`.
 * @param hasIdentity The runner gives this job an OIDC token.
 */
export function sigstoreSigner(hasIdentity: boolean): Signer {
  return {
    async sign({ subject, predicateType, predicate }, instance) {
      if (!hasIdentity) throw new Failure('unidentified', 'the job has no OIDC token', GRANT)
      // 3 MB that only this needs.
      const { attest } = await import('@actions/attest')
      const subjects = subject.map(({ name, digest }) => ({ name, digest: { ...digest } }))
      try {
        const { bundle } = await attest({
          ...{ subjects, predicateType, predicate, sigstore: instance },
          // Kept by our own client, with its deadline and limits.
          ...{ token: '', skipWrite: true },
        })
        return bundle as unknown as Bundle
      } catch (error) {
        throw new Failure(
          'unsigned',
          `Sigstore did not sign: ${lineOf(error)}`,
          'Run the job again',
        )
      }
    },
  }
}

function lineOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.split('\n')[0] ?? ''
}
