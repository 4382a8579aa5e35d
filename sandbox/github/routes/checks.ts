import { notAccessible } from '../auth.ts'
import { annotationBody, checkRunBody } from '../bodies/check-run.ts'
import { requireCommit } from '../lookup.ts'
import { cutPage, paged } from '../page.ts'
import { refuse } from '../refusal.ts'
import { type Call, created, found, ok, route } from '../route.ts'
import type { CheckRun } from '../runs/check-run.ts'
import type { Repository, Token } from '../store.ts'
import { type CheckInput, changeCheck } from './check-changes.ts'

/** Checks of commits: Apps make them; GitHub makes one for each job of a run. */
export const checkRoutes = [
  route('POST /repos/{owner}/{repo}/check-runs', { checks: 'write' }, createCheck),
  route('GET /repos/{owner}/{repo}/check-runs/{check_run_id}', { checks: 'read' }, (call) => {
    const { world, repository, input } = call
    return ok(checkRunBody(world, repository, findCheck(repository, input.check_run_id)))
  }),
  route('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', { checks: 'write' }, (call) => {
    const { world, repository, token, input } = call
    requireApp(token)
    const check = findCheck(repository, input.check_run_id)
    if (check.app !== token.login) refuse(403, 'Invalid app_id `check_run` was not created by you')
    changeCheck(world, check, input)
    return ok(checkRunBody(world, repository, check))
  }),
  route(
    'GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations',
    { checks: 'read' },
    (call) => {
      const { world, repository, input } = call
      const check = findCheck(repository, input.check_run_id)
      return paged(call, check.annotations, (each) =>
        annotationBody(world, repository, check, each),
      )
    },
  ),
  route('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', { checks: 'read' }, listChecks),
]

async function createCheck(call: Call<CheckInput>) {
  const { world, repository, token, input } = call
  requireApp(token)
  const { name = '', head_sha: headSha = '' } = input
  if ((await repository.git.typeOf(headSha)) !== 'commit') {
    refuse(422, `No commit found for SHA: ${headSha}`)
  }
  const check: CheckRun = {
    id: world.nextId(),
    name,
    headSha,
    externalId: '',
    detailsUrl: null,
    status: 'queued',
    conclusion: null,
    startedAt: world.now(),
    completedAt: null,
    output: { title: null, summary: null, text: null },
    annotations: [],
    app: token.login,
    suite: world.accountId(`suite ${headSha} ${token.login}`),
  }
  changeCheck(world, check, input)
  repository.checkRuns.push(check)
  return created(checkRunBody(world, repository, check))
}

interface ChecksInput {
  readonly ref: string
  readonly check_name?: string | undefined
  readonly status?: string | undefined
  readonly filter?: 'latest' | 'all'
}

async function listChecks(call: Call<ChecksInput>) {
  const { world, repository, input } = call
  const sha = await requireCommit(repository, input.ref)
  const own = repository.checkRuns.filter((each) => each.headSha === sha)
  const isNewest = (check: CheckRun) =>
    own.findLast(({ name, suite }) => name === check.name && suite === check.suite) === check
  const listed = own.filter(
    (each) =>
      each.name === (input.check_name ?? each.name) &&
      each.status === (input.status ?? each.status) &&
      (input.filter === 'all' || isNewest(each)),
  )
  const { part, headers } = cutPage(call, listed.toReversed())
  const bodies = part.map((each) => checkRunBody(world, repository, each))
  return { ...ok({ total_count: listed.length, check_runs: bodies }), headers }
}

function findCheck(repository: Repository, id: number | bigint): CheckRun {
  return found(repository.checkRuns.find((each) => each.id === Number(id)))
}

/** Only Apps write checks, GITHUB_TOKEN among them. */
function requireApp(token: Token) {
  if (token.kind !== 'app') refuse(403, notAccessible(token))
}
