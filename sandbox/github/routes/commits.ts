import { commitBody } from '../bodies/git.ts'
import { requireCommit } from '../lookup.ts'
import { ok, route } from '../route.ts'

/** Commits with their accounts. */
export const commitRoutes = [
  route('GET /repos/{owner}/{repo}/commits/{ref}', { contents: 'read' }, async (call) => {
    const { world, repository, input } = call
    const oid = await requireCommit(repository, input.ref)
    return ok(commitBody(world, repository, await repository.git.commit(oid)))
  }),
]
