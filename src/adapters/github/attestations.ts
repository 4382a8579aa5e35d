import * as z from 'zod'
import type { Statement } from '../../domain/attestation/statement.ts'
import { Failure } from '../../domain/failure.ts'
import type { Attestations } from '../../ports/attestations.ts'
import type { Client } from './client.ts'

const ATTESTATIONS = '/repos/{owner}/{repo}/attestations'

const Kept = z.object({
  attestations: z.array(
    z.object({
      bundle: z.looseObject({ dsseEnvelope: z.looseObject({ payload: z.base64() }).optional() }),
    }),
  ),
})

const StatementAnswer = z.looseObject({
  subject: z.array(
    z.looseObject({ name: z.string(), digest: z.looseObject({ sha256: z.string() }) }),
  ),
  predicateType: z.string(),
  predicate: z.looseObject({}),
})

export function githubAttestations(client: Client): Attestations {
  return {
    async of(digest) {
      try {
        const route = `GET ${ATTESTATIONS}/{subject_digest}`
        const { attestations } = await client.get(Kept, route, { subject_digest: digest })
        return attestations.flatMap(({ bundle }) => statementIn(bundle.dsseEnvelope?.payload) ?? [])
      } catch (error) {
        // So GitHub says that there is none.
        if (error instanceof Failure && error.code === 'absent') return []
        throw error
      }
    },
    async keep(bundle) {
      try {
        const { id } = await client.write(z.object({ id: z.int() }), `POST ${ATTESTATIONS}`, {
          bundle,
        })
        return id
      } catch (error) {
        throw error instanceof Failure && /feature not available/i.test(error.message)
          ? new Failure('unavailable', error.message)
          : error
      }
    },
    async isPublic() {
      const answer = z.object({ visibility: z.string() })
      const { visibility } = await client.get(answer, 'GET /repos/{owner}/{repo}')
      return visibility === 'public'
    },
  }
}

/** What a bundle says; undefined for one that is no in-toto statement about files. */
function statementIn(payload: string | undefined): Statement | undefined {
  try {
    const json: unknown = JSON.parse(Buffer.from(payload ?? '', 'base64').toString())
    return StatementAnswer.safeParse(json).data
  } catch {
    return undefined
  }
}
