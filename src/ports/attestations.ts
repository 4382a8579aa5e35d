import type { Statement } from '../domain/attestation/statement.ts'

/** A signed statement: a Sigstore bundle as JSON. */
export type Bundle = Readonly<Record<string, unknown>>

/** The attestations that GitHub keeps for a repository. */
export interface Attestations {
  /** What has been attested about a file of this digest (`sha256:<hex>`), whoever has signed it. @throws Failure */
  of(digest: string): Promise<readonly Statement[]>
  /** Keep a bundle. @returns Its id. @throws Failure `unavailable` where the repository has no attestations. */
  keep(bundle: Bundle): Promise<number>
  /** Whether everybody may read the repository: then so may they the signature's log. @throws Failure */
  isPublic(): Promise<boolean>
}

/** Signs in the name of the workflow run. */
export interface Signer {
  /** @throws Failure `unidentified` where the job has no identity to sign with, `unsigned` where the service fails. */
  sign(statement: Statement, instance: 'public-good' | 'github'): Promise<Bundle>
}
