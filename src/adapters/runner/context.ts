import * as z from 'zod'
import { Failure } from '../../domain/failure.ts'

/** What the runner says about the run. The only reader of the environment beside inputs and outputs. */
export interface RunContext {
  readonly owner: string
  readonly repository: string
  readonly runId: number
  readonly runAttempt: number
  readonly sha: string
  readonly ref: string
  /** The person or bot behind this attempt; an attempt above 1 keeps the first one's `actor`. */
  readonly actor: string
  readonly eventName: string
  readonly job: string
  readonly serverUrl: string
  readonly apiUrl: string
  readonly graphqlUrl: string
  readonly workspace: string
  readonly temp: string
  readonly os: string
  /** Commit of the suite that is running; empty where the platform does not say (act). */
  readonly suite: string
  /** The runner gives this job an OIDC token. */
  readonly hasIdentity: boolean
}

const Environment = z.object({
  GITHUB_REPOSITORY: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  GITHUB_RUN_ID: z.coerce.number().int().positive(),
  GITHUB_RUN_ATTEMPT: z.coerce.number().int().positive(),
  GITHUB_SHA: z.string().regex(/^[0-9a-f]{40}$/),
  GITHUB_REF: z.string().default(''),
  GITHUB_ACTOR: z.string().default(''),
  GITHUB_TRIGGERING_ACTOR: z.string().optional(),
  GITHUB_EVENT_NAME: z.string().default(''),
  GITHUB_JOB: z.string().default(''),
  GITHUB_SERVER_URL: z.url(),
  GITHUB_API_URL: z.url(),
  GITHUB_GRAPHQL_URL: z.url(),
  GITHUB_WORKSPACE: z.string().min(1),
  RUNNER_TEMP: z.string().min(1),
  RUNNER_OS: z.string().default(''),
  GITHUB_ACTION_REF: z.string().default(''),
  ACTIONS_ID_TOKEN_REQUEST_URL: z.string().default(''),
})

/** @throws Failure `bad-environment` naming the variable that is missing or wrong. */
export function readContext(env: NodeJS.ProcessEnv = process.env): RunContext {
  const parsed = Environment.safeParse(env)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Failure(
      'bad-environment',
      `environment variable ${String(issue?.path[0])} is missing or not valid`,
      'Run this as a step of a GitHub Actions job',
    )
  }
  const e = parsed.data
  const [owner = '', repository = ''] = e.GITHUB_REPOSITORY.split('/')
  return {
    owner,
    repository,
    runId: e.GITHUB_RUN_ID,
    runAttempt: e.GITHUB_RUN_ATTEMPT,
    sha: e.GITHUB_SHA,
    ref: e.GITHUB_REF,
    actor: e.GITHUB_TRIGGERING_ACTOR ?? e.GITHUB_ACTOR,
    eventName: e.GITHUB_EVENT_NAME,
    job: e.GITHUB_JOB,
    serverUrl: e.GITHUB_SERVER_URL,
    apiUrl: e.GITHUB_API_URL,
    graphqlUrl: e.GITHUB_GRAPHQL_URL,
    workspace: e.GITHUB_WORKSPACE,
    temp: e.RUNNER_TEMP,
    os: e.RUNNER_OS,
    suite: /^[0-9a-f]{40}$/.test(e.GITHUB_ACTION_REF) ? e.GITHUB_ACTION_REF : '',
    hasIdentity: e.ACTIONS_ID_TOKEN_REQUEST_URL !== '',
  }
}
