/** Sinks on GitHub: titles, bodies and labels of issues, addresses. */
import { githubClient } from '../../src/adapters/github/client.ts'
import { githubIssues } from '../../src/adapters/github/issues.ts'
import { githubRepository } from '../../src/adapters/github/repository.ts'
import { sentry } from '../../src/adapters/sentry/sentry.ts'
import { Slug } from '../../src/domain/config/text.ts'
import { Failure } from '../../src/domain/failure.ts'
import { version } from '../../src/domain/inputs.ts'
import { entryPath } from '../../src/domain/ledger/path.ts'
import { freezeReport } from '../../src/domain/report/freeze.ts'
import { type FreezeFacts, freezeBody, freezeTitle } from '../../src/domain/report/freeze-issue.ts'
import { rollbackBody } from '../../src/domain/report/rollback-issue.ts'
import { trackingBody } from '../../src/domain/report/tracking-issue.ts'
import { verificationBody } from '../../src/domain/report/verification-issue.ts'
import type { Plan } from '../../src/domain/rollout/plan.ts'
import type { Http, HttpRequest } from '../../src/ports/http.ts'
import { references, rendered } from './rendered.ts'
import type { Sink } from './sinks-runner.ts'

const runUrl = 'https://github.example/acme/shop/actions/runs/1'
const COMMIT = 'c'.repeat(40)
const PLAN_HASH = `sha256:${'a'.repeat(64)}`
const facts: FreezeFacts = {
  scope: { product: 'shop', channel: 'stable' },
  version: '1.1.0',
  buildType: 'stable',
  commit: COMMIT,
  runUrl,
  reason: 'errors',
  gate: 'stage',
  seq: 3,
}
const plan: Plan = {
  ...{ schema: 1, product: 'shop', channel: 'stable', version: '1.1.0', baseline: '1.0.0' },
  ...{ commit: COMMIT, strategy: 'canary', profile: '', interval: 1000 },
  stages: [{ weight: 100, bake: 1000, minRequests: 0 }],
  ...{ objectives: [], artefacts: [], desktopRolloutPercentage: 100 },
}

/** Every body with the text wherever text from outside stands in it, and what of ours looks like a reference. */
function bodies(text: string): readonly string[] {
  const job = { job: 'deploy-release', result: 'failure', good: false, note: text } as const
  const evidence = [
    { name: text, verdict: 'fail', question: text, answer: text, limit: '' },
  ] as const
  const verdict = { verdict: 'fail', reason: text, evidence } as const
  const shop = { product: 'shop', version: '1.1.0', runUrl }
  return [
    freezeBody({ ...facts, buildType: text, reason: text, gate: text }),
    trackingBody({
      ...{ plan, planHash: PLAN_HASH, runUrl, jobs: [job], note: text },
      isOneOfSeveral: false,
    }),
    verificationBody({ ...shop, verdict }),
    rollbackBody({ ...shop, current: '1.1.0', target: '1.0.0', reason: text, pypiAction: text }),
    freezeReport(facts, {
      issue: undefined,
      created: true,
      missingLabels: [text],
      chain: [],
    }).summary.join(''),
  ]
}

const OWN = [runUrl, COMMIT, PLAN_HASH]

/** Where nothing is left of a text, the paragraph for it is not there. */
const isSeen = (text: string) => /[^\s\p{Cc}\p{Cs}]/u.test(text)

async function different(texts: readonly string[], make: (text: string) => readonly string[]) {
  const shapes = make('harmless').map((body) => rendered(body).shape)
  return texts.filter(isSeen).filter((text) => {
    const pages = make(text).map(rendered)
    const same = pages.every(({ shape }, i) => shape === shapes[i])
    return !same || pages.some(({ words }) => references(words, OWN).length > 0)
  })
}

/** The body has the shape that it has with a harmless text, its markers among it. */
export const issueBody: Sink = (texts) => different(texts, (text) => bodies(text).slice(0, 4))

/** Labels that GitHub did not take are named in the summary. */
export const label: Sink = (texts) => different(texts, (text) => bodies(text).slice(4))

/** One line that GitHub takes, in which nobody is named. */
export const issueTitle: Sink = async (texts) =>
  texts.filter((text) => {
    const title = freezeTitle({ ...facts, gate: text.slice(0, 100) })
    const unsafe = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u.test(title)
    return unsafe || title.length > 256 || references(title).length > 0
  })

/** What becomes part of a marker, a path or a name is none of these texts, or is made of harmless characters. */
export const marker: Sink = async (texts) =>
  texts.filter((text) =>
    [Slug, version()].some((schema) => {
      const parsed = schema.safeParse(text)
      return parsed.success && !/^[A-Za-z0-9.+/_-]+$/.test(parsed.data)
    }),
  )

/** Answers nothing and remembers what it was asked. */
function recording(asked: HttpRequest[]): Http {
  return {
    async send(request) {
      asked.push(request)
      const headers = { 'content-type': 'application/json' }
      return {
        status: 404,
        headers,
        body: Buffer.from('{"detail":"no","message":"Not Found"}'),
        elapsedMs: 1,
      }
    },
  }
}

const key = { product: 'shop', channel: 'stable' }
const ENTRY = /^releases\/shop\/stable\/[a-z0-9.%_-]+\/000001-plan\.json$/
const API = 'https://api.github.example'
const SENTRY = 'https://sentry.example'
const clock = { now: () => new Date(0), sleep: async () => {} }

async function addresses(text: string): Promise<readonly string[]> {
  const asked: HttpRequest[] = []
  const http = recording(asked)
  const client = githubClient('token', http, { apiUrl: API, owner: 'acme', repo: 'shop' }, clock)
  const repository = githubRepository(client)
  await repository.tagCommit(text)
  await repository.permission(text)
  await repository.branchRules(text).catch(ignoreFailure)
  await githubIssues(client).withMarker('x', 'open', { label: text }).catch(ignoreFailure)
  await sentry(SENTRY, 'token', http).release('acme', text)
  return asked.map(({ url }) => new URL(url).href)
}

function ignoreFailure(error: unknown): void {
  if (!(error instanceof Failure)) throw error
}

/** The text is one segment of the path, or one value of the query, and reads back as it was. */
export const address: Sink = async (texts) => {
  const found: string[] = []
  for (const text of texts.filter((one) => one.isWellFormed())) {
    if (['.', '..'].includes(text)) {
      if (!(await isRefused(text))) found.push(text)
      continue
    }
    const wanted = [
      `${API}/repos/acme/shop/commits/tags%2F${encoded(text)}`,
      `${API}/repos/acme/shop/collaborators/${encoded(text)}/permission`,
      `${API}/repos/acme/shop/rules/branches/${encoded(text)}?per_page=100&page=1`,
      `${API}/repos/acme/shop/issues?state=open&sort=created&direction=asc&labels=${encoded(text)}&per_page=100&page=1`,
      `${SENTRY}/api/0/organizations/acme/releases/${encoded(text)}/`,
    ]
    const asked = await addresses(text)
    if (
      plain(asked) !== plain(wanted) ||
      !ENTRY.test(entryPath({ ...key, version: text }, 1, 'plan'))
    )
      found.push(text)
  }
  return found
}

/** Dots have no spelling as a segment: nobody may be asked. A tag stands behind a folder of its own. */
async function isRefused(text: string): Promise<boolean> {
  const asked: HttpRequest[] = []
  const http = recording(asked)
  const client = githubClient('token', http, { apiUrl: API, owner: 'acme', repo: 'shop' }, clock)
  const repository = githubRepository(client)
  const asking = [
    repository.permission(text),
    repository.branchRules(text),
    sentry(SENTRY, 'token', http).release('acme', text),
  ]
  const ends = await Promise.allSettled(asking)
  return asked.length === 0 && ends.every(({ status }) => status === 'rejected')
}

const encoded = (text: string) => encodeURIComponent(text)
/** Whether a sign that need not be encoded is encoded makes no difference. */
const plain = (urls: readonly string[]) =>
  urls.join('\n').replaceAll(/%(?:21|27|28|29|2A)/g, (code) => decodeURIComponent(code))
