import { Failure } from '../../domain/failure.ts'
import type { Attestations } from '../../ports/attestations.ts'
import type { Deployments } from '../../ports/deployments.ts'
import type { Http } from '../../ports/http.ts'
import type { Issues } from '../../ports/issues.ts'
import type { LedgerStore } from '../../ports/ledger-store.ts'
import type { Releases } from '../../ports/releases.ts'
import type { Repository } from '../../ports/repository.ts'
import type { Workflows } from '../../ports/workflows.ts'
import { isPrivate } from '../http/network-policy.ts'
import { nodeHttp } from '../http/node-http.ts'
import type { OriginRule } from '../http/origin-rule.ts'
import { patientReads } from '../http/patient-reads.ts'
import { sameOriginRedirects } from '../http/same-origin-redirects.ts'
import type { Runner } from '../runner/action.ts'
import { withoutEcho } from '../secrets/without-echo.ts'
import { githubAttestations } from './attestations.ts'
import { type Client, githubClient } from './client.ts'
import { githubDeployments } from './deployments.ts'
import { githubIssues } from './issues.ts'
import { githubLedgerStore } from './ledger-store.ts'
import { withinLimits } from './rate-limit.ts'
import { githubReleases } from './releases.ts'
import { githubRepository } from './repository.ts'
import { withServerTime } from './server-time.ts'
import { githubWorkflows } from './workflows.ts'

/** Everything the suite does on GitHub, for one repository and one token. */
export interface GitHub {
  readonly repository: Repository
  readonly issues: Issues
  readonly releases: Releases
  readonly ledger: LedgerStore
  readonly deployments: Deployments
  readonly workflows: Workflows
  readonly attestations: Attestations
}

/**
 * Not tied to the job's cancellation: what a cancelled job still has to record must get through. Each request has its
 * own deadline. `onSent` is called whenever a request has left.
 */
export function connect(token: string, runner: Runner, onSent?: () => void): GitHub {
  const { clock, context } = runner
  const target = { apiUrl: context.apiUrl, owner: context.owner, repo: context.repository }
  const http = transport(token, runner, onSent)
  // A repository that was renamed. A download is led to its storage by 302, and goes there without the token.
  const found = sameOriginRedirects(http, [301, 302, 307, 308])
  const stored = patientReads(sameOriginRedirects(http, [301, 307, 308]), clock)
  const client = githubClient(token, found, target, clock)
  // Nobody waits for a picture: neither long nor for a limit.
  const hasty = nodeHttp({ ...LIMITS, onSent, timeoutMs: HASTE_MS }, httpsOr(target.apiUrl))
  const moved = sameOriginRedirects(withoutEcho(hasty, token), [301, 302, 307, 308])
  return {
    repository: githubRepository(client),
    issues: githubIssues(client),
    releases: githubReleases(client, stored, { ...target, token }),
    ledger: githubLedgerStore(client, target),
    workflows: githubWorkflows(client),
    attestations: githubAttestations(client),
    deployments: githubDeployments(githubClient(token, moved, target, clock)),
  }
}

/** The API for one repository, which may be another one than the job's. @param repository `owner/name`; absent: the job's. */
export function repositoryClient(token: string, runner: Runner, repository?: string): Client {
  const { apiUrl, owner, repository: own } = runner.context
  const [first = owner, second = own] = repository?.split('/') ?? []
  const http = sameOriginRedirects(transport(token, runner), [301, 302, 307, 308])
  return githubClient(token, http, { apiUrl, owner: first, repo: second }, runner.clock)
}

const LIMITS = { timeoutMs: 20_000, maxBytes: 256 * 1024 * 1024 }

function transport(
  token: string,
  { clock, context, log, mask, signal }: Runner,
  onSent?: () => void,
): Http {
  mask(token)
  const quiet = withoutEcho(nodeHttp({ ...LIMITS, onSent }, httpsOr(context.apiUrl)), token)
  return withinLimits(withServerTime(quiet, clock, log), clock, signal)
}

/** Longest that a request may take which changes nothing about a release, milliseconds. */
const HASTE_MS = 5000

/** GitHub redirects downloads to storage hosts that it names itself: public and https, or the API's own origin. */
function httpsOr(apiUrl: string): OriginRule {
  const { origin } = new URL(apiUrl)
  return (url, address = url.hostname) => {
    if (url.origin === origin) return
    if (url.protocol !== 'https:') throw badAddress('not https')
    if (isPrivate(url.hostname) || isPrivate(address)) throw badAddress('private')
  }
}

function badAddress(what: string): Failure {
  return new Failure('forbidden-origin', `GitHub named an address that is ${what}`)
}
