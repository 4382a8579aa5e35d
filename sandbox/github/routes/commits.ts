import { commitBody } from '../bodies/git.ts'
import { apiUrl, pageUrl } from '../bodies/names.ts'
import { findCommit, requireCommit } from '../lookup.ts'
import { paged } from '../page.ts'
import { refuse } from '../refusal.ts'
import { type Call, found, ok, route } from '../route.ts'
import type { Repository } from '../store.ts'

/** Commits with their accounts, and how two of them relate. */
export const commitRoutes = [
  route('GET /repos/{owner}/{repo}/commits', { contents: 'read' }, listCommits),
  route('GET /repos/{owner}/{repo}/commits/{ref}', { contents: 'read' }, async (call) => {
    const { world, repository, input } = call
    const oid = await requireCommit(repository, input.ref)
    return ok(commitBody(world, repository, await repository.git.commit(oid)))
  }),
  route('GET /repos/{owner}/{repo}/compare/{basehead}', { contents: 'read' }, compare),
]

interface ListInput {
  readonly sha?: string
  readonly path?: string
  readonly since?: string | undefined
  readonly until?: string | undefined
}

async function listCommits(call: Call<ListInput>) {
  const { world, repository, input } = call
  const head = found(await findCommit(repository, input.sha))
  const limits = [
    ...(input.since === undefined ? [] : [`--since=${input.since}`]),
    ...(input.until === undefined ? [] : [`--until=${input.until}`]),
  ]
  const path = input.path === undefined ? [] : ['--', input.path]
  const oids = await repository.git.history([...limits, head, ...path])
  const commits = await Promise.all(oids.map((oid) => repository.git.commit(oid)))
  return paged(call, commits, (commit) => commitBody(world, repository, commit))
}

async function compare({ world, repository, input }: Call<{ readonly basehead: string }>) {
  const [base = '', head = ''] = input.basehead.split('...')
  const [from, to] = [await named(repository, base), await named(repository, head)]
  const common = found(await repository.git.mergeBase(from, to))
  const ahead = await repository.git.history([`${common}..${to}`])
  const behind = await repository.git.history([`${common}..${from}`])
  const bodyOf = async (oid: string) =>
    commitBody(world, repository, await repository.git.commit(oid))
  const page = `${pageUrl(world, repository)}/compare/${input.basehead}`
  return ok({
    url: `${apiUrl(world, repository)}/compare/${input.basehead}`,
    html_url: page,
    permalink_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    base_commit: await bodyOf(from),
    merge_base_commit: await bodyOf(common),
    status: relation(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: await Promise.all(ahead.toReversed().map(bodyOf)),
  })
}

async function named(repository: Repository, ref: string) {
  return (await findCommit(repository, ref)) ?? refuse(404, 'Not Found')
}

function relation(ahead: number, behind: number) {
  if (ahead > 0 && behind > 0) return 'diverged'
  if (ahead > 0) return 'ahead'
  return behind > 0 ? 'behind' : 'identical'
}
