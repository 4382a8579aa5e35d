import { authenticate, isAllowed, tokenFor } from '../auth.ts'
import type { Http } from '../dispatch.ts'
import { refuse } from '../refusal.ts'
import { found } from '../route.ts'
import { refsOf, startPushRuns } from '../runs/push-event.ts'
import type { Repository, Token } from '../store.ts'
import { findRepository, type World } from '../world.ts'
import { type BackendCall, runBackend } from './backend.ts'
import { pushRules } from './push-rules.ts'

/** Git's smart protocol over HTTP: clone, fetch and push with a token as password. */
export async function answerGit(
  world: World,
  http: Http,
  service: BackendCall['service'],
): Promise<Response> {
  const { owner = '', repo = '' } = http.req.param() as Record<string, string>
  const isPush = [service, http.req.query('service')].includes('git-receive-pack')
  const repository = found(findRepository(world, `${owner}/${repo.replace(/\.git$/, '')}`))
  const token = tokenFor(authenticate(world, http.req.header('authorization')), repository)
  requireAccess(token, repository, isPush)
  const isPushing = isPush && http.req.method === 'POST'
  const before = isPushing ? await refsOf(repository) : undefined
  const answer = await runBackend({
    gitDir: repository.git.gitDir,
    service,
    request: http.req.raw,
    user: token.login,
    hook: isPushing ? pushRules(repository, token) : {},
  })
  if (before !== undefined) await startPushRuns(world, repository, token, before)
  return answer
}

/** Without a token GitHub asks for one; with one that is too small it refuses. */
function requireAccess(token: Token, repository: Repository, isPush: boolean): void {
  const needed = [{ contents: isPush ? 'write' : 'read' } as const]
  if (isAllowed(token, needed, repository)) return
  const headers = { 'www-authenticate': 'Basic realm="GitHub"' }
  if (token.kind === 'anonymous') refuse(401, 'No anonymous write access.', { headers })
  if (!isPush) refuse(404, 'Repository not found.')
  refuse(403, `Permission to ${repository.fullName}.git denied to ${token.login}.`)
}
