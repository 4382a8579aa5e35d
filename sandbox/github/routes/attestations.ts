import { cutPage } from '../page.ts'
import { refuse } from '../refusal.ts'
import { type Answer, type Call, created, ok, route } from '../route.ts'
import type { Attestation } from '../store.ts'

/** Attestations that runs have signed, found by the digest of what they are about. GitHub checks no signature here. */
export const attestationRoutes = [
  route('POST /repos/{owner}/{repo}/attestations', { attestations: 'write' }, keepAttestation),
  route(
    'GET /repos/{owner}/{repo}/attestations/{subject_digest}',
    { attestations: 'read' },
    (call) => {
      const { repository, input } = call
      const type = input.predicate_type
      const known = repository.attestations.filter(
        ({ digests, predicateType }) =>
          digests.includes(input.subject_digest) && (type === undefined || type === predicateType),
      )
      if (known.length === 0) refuse(404, 'Not Found')
      const { part, headers } = cutPage(call, known)
      const attestations = part.map(({ bundle }) => ({ bundle, repository_id: repository.id }))
      return { ...ok({ attestations }), headers }
    },
  ),
]

interface Bundle {
  readonly mediaType?: string
  readonly verificationMaterial?: unknown
  readonly dsseEnvelope?: { readonly payload?: string }
}

function keepAttestation({ world, repository, input }: Call<{ bundle: Bundle }>): Answer {
  if (!repository.hasAttestations) {
    const what = `Feature not available for the ${repository.owner} organization.`
    refuse(403, `${what} To enable this feature, please upgrade the billing plan.`)
  }
  const attestation = { id: world.nextId(), bundle: input.bundle, ...aboutWhat(input.bundle) }
  repository.attestations.push(attestation)
  return created({ id: attestation.id })
}

/** Subjects and type of the statement in a bundle; 422 for what holds none. */
function aboutWhat({ dsseEnvelope }: Bundle): Pick<Attestation, 'digests' | 'predicateType'> {
  try {
    const text = Buffer.from(dsseEnvelope?.payload ?? '', 'base64').toString()
    const { subject, predicateType } = JSON.parse(text)
    const digests = subject.map(
      (one: { digest: { sha256: string } }) => `sha256:${one.digest.sha256}`,
    )
    return { digests, predicateType: String(predicateType) }
  } catch {
    return refuse(422, 'Invalid bundle')
  }
}
