import * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import { type TokenForm, tokenForm } from '../../domain/observability/sentry-token.ts'
import type { Http, HttpAnswer } from '../../ports/http.ts'
import type { Sentry } from '../../ports/sentry.ts'
import { jsonBody } from '../http/json-body.ts'
import { pathSegment } from '../http/path-segment.ts'

const TIMEOUT_MS = 10_000

const ReleaseAnswer = z.looseObject({
  version: z.string(),
  projects: z.array(z.looseObject({ slug: z.string() })).min(1),
  status: z.enum(['open', 'archived']).default('open'),
  dateReleased: z.iso.datetime({ offset: true }).nullish(),
})

/** Sentry itself says so; a 404 of anything else, such as a proxy's page, says nothing about the release. */
const Absent = z.looseObject({ detail: z.unknown() }).refine(({ detail }) => detail !== undefined)

/**
 * Sentry's REST API: the command line tool exits with 1 for absent, unauthorised and down alike. The address is always
 * the one given; what the token says of its region only explains a refusal.
 */
export function sentry(url: string, token: string, http: Http): Sentry {
  const hint = hintFor(tokenForm(token), url)
  return {
    async release(organization, version) {
      const path = `/api/0/organizations/${pathSegment(organization)}/releases/${pathSegment(version)}/`
      const answer = await http.send({
        method: 'GET',
        url: url.replace(/\/$/, '') + path,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${token}`,
          'user-agent': 'release-actions',
        },
        timeoutMs: TIMEOUT_MS,
      })
      const json = jsonBody(answer)
      const why = hint(answer.status)
      if (why !== undefined)
        throw new Failure('unauthorised', `Sentry answered ${answer.status}`, why)
      if (answer.status === 404 && Absent.safeParse(json).success) return undefined
      assertOk(answer)
      return read(json, version)
    },
  }
}

function read(json: unknown, version: string) {
  const parsed = ReleaseAnswer.safeParse(json)
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') || 'the whole'
    const what = json === undefined ? 'something that is no JSON' : `an unknown shape (${where})`
    throw new Failure('bad-answer', `Sentry answered ${what}`, CHECK_URL)
  }
  if (parsed.data.version !== version)
    throw new Failure('bad-answer', 'Sentry answered with another release than it was asked for')
  const { projects, status, dateReleased } = parsed.data
  return {
    projects: projects.map(({ slug }) => slug),
    isArchived: status === 'archived',
    isFinalized: typeof dateReleased === 'string',
  }
}

/**
 * What may be wrong with a token where this address refuses it with a status; undefined where it looks right. The main
 * address of Sentry knows the releases of all regions: what it does not find there is not there.
 */
function hintFor({ kind, homes }: TokenForm, url: string) {
  const origin = URL.parse(url)?.origin ?? ''
  const [region] = homes
  return (status: number): string | undefined => {
    if (kind === 'broken organisation' && status === 401)
      return 'SENTRY_AUTH_TOKEN begins as an organisation token and does not go on as one: copy it whole'
    const isStrange =
      status === 404 ? !homes.includes(origin) : origin !== region && [401, 403].includes(status)
    if (region === undefined || !isStrange) return undefined
    return `SENTRY_AUTH_TOKEN is of ${region}: set sentry.url to it, or give a token of this address`
  }
}

const CHECK_URL = 'Check sentry.url: organisations live at sentry.io, us.sentry.io or de.sentry.io'

/** Sentry's 401 and 403 differ: a token that is none, and one that lacks a scope or the organisation. */
function assertOk({ status, headers }: HttpAnswer): void {
  if (status === 200) return
  const said = `Sentry answered ${status}`
  if (status === 401)
    throw new Failure('unauthorised', said, 'Check SENTRY_AUTH_TOKEN and its region (sentry.url)')
  if (status === 403)
    throw new Failure(
      'forbidden',
      said,
      'Give the token the scope org:ci or project:releases in this organisation',
    )
  if (status === 404) throw new Failure('bad-answer', `${said} that is not Sentry's own`, CHECK_URL)
  if (status === 429)
    throw new Failure('rate-limited', said, 'Try again after the limit has passed')
  if (status >= 300 && status < 400)
    throw new Failure(
      'bad-answer',
      `${said} with a redirect to ${hostOf(headers.location)}`,
      CHECK_URL,
    )
  throw new Failure(status >= 500 ? 'server-error' : 'refused', said)
}

function hostOf(location: string | undefined): string {
  return URL.parse(location ?? '')?.host || 'somewhere else'
}
