import { commitBody } from '../bodies/git.ts'
import { apiUrl, pageUrl } from '../bodies/names.ts'
import { paged } from '../page.ts'
import { refuse } from '../refusal.ts'
import { type Call, found, ok, route } from '../route.ts'
import { rulesOf } from '../rules.ts'
import type { Repository } from '../store.ts'
import type { World } from '../world.ts'

/** Branches, and the older kind of protection that only administrators read. */
export const branchRoutes = [
  route('GET /repos/{owner}/{repo}/branches', { contents: 'read' }, async (call) => {
    const { world, repository, input } = call
    const isWanted = (name: string) =>
      input.protected === undefined || isProtected(repository, name) === input.protected
    const branches = (await repository.git.refs('refs/heads/')).map(({ ref, oid }) => ({
      name: ref.slice('refs/heads/'.length),
      oid,
    }))
    const wanted = branches.filter(({ name }) => isWanted(name))
    return paged(call, wanted, ({ name, oid }) => ({
      name,
      commit: { sha: oid, url: `${apiUrl(world, repository)}/commits/${oid}` },
      ...protectionFields(world, repository, name),
    }))
  }),
  route('GET /repos/{owner}/{repo}/branches/{branch}', { contents: 'read' }, readBranch),
  route(
    'GET /repos/{owner}/{repo}/branches/{branch}/protection',
    { administration: 'read' },
    readProtection,
  ),
]

type BranchCall = Call<{ readonly branch: string }>

async function readBranch({ world, repository, input }: BranchCall) {
  const oid = found(await repository.git.commitOf(`refs/heads/${input.branch}`))
  const self = branchUrl(world, repository, input.branch)
  return ok({
    name: input.branch,
    commit: commitBody(world, repository, await repository.git.commit(oid)),
    _links: { self, html: `${pageUrl(world, repository)}/tree/${input.branch}` },
    ...protectionFields(world, repository, input.branch),
  })
}

function readProtection({ world, repository, input }: BranchCall) {
  const rules = rulesOf(repository, input.branch).filter((rule) => rule.isProtection)
  if (rules.length === 0) refuse(404, 'Branch not protected')
  const url = `${branchUrl(world, repository, input.branch)}/protection`
  const has = (type: string) => rules.some((rule) => rule.type === type)
  const contexts = rules.flatMap((rule) => rule.contexts ?? [])
  return ok({
    url,
    enforce_admins: { url: `${url}/enforce_admins`, enabled: true },
    allow_force_pushes: { enabled: !has('non_fast_forward') },
    allow_deletions: { enabled: !has('deletion') },
    block_creations: { enabled: has('creation') },
    lock_branch: { enabled: has('update') },
    ...(has('pull_request') && {
      required_pull_request_reviews: {
        url: `${url}/required_pull_request_reviews`,
        dismiss_stale_reviews: false,
        require_code_owner_reviews: false,
        required_approving_review_count: 1,
      },
    }),
    ...(has('required_status_checks') && {
      required_status_checks: {
        url: `${url}/required_status_checks`,
        strict: false,
        contexts,
        contexts_url: `${url}/required_status_checks/contexts`,
        checks: contexts.map((context) => ({ context, app_id: null })),
      },
    }),
  })
}

function isProtected(repository: Repository, branch: string) {
  return rulesOf(repository, branch).length > 0
}

function protectionFields(world: World, repository: Repository, branch: string) {
  const enabled = isProtected(repository, branch)
  return {
    protected: enabled,
    protection: { enabled },
    protection_url: `${branchUrl(world, repository, branch)}/protection`,
  }
}

function branchUrl(world: World, repository: Repository, branch: string) {
  return `${apiUrl(world, repository)}/branches/${encodeURIComponent(branch)}`
}
