import { notAccessible } from './auth.ts'
import { refuse } from './refusal.ts'
import type { Repository, Token } from './store.ts'

const folder = '.github/workflows'

/**
 * Refuses an App that would put a branch or tag onto a commit whose workflow files are those of no
 * branch: that needs `workflows: write`, which no `permissions:` key gives to GITHUB_TOKEN.
 */
export async function requireWorkflowRight(repository: Repository, token: Token, oid: string) {
  if (token.kind !== 'app' || token.permissions.workflows === 'write') return
  const { git } = repository
  const wanted = await git.objectAt(`${oid}:${folder}`)
  if (wanted === undefined) return
  for (const branch of await git.refs('refs/heads/')) {
    if ((await git.objectAt(`${branch.oid}:${folder}`)) === wanted) return
  }
  refuse(403, notAccessible(token), {
    headers: { 'x-accepted-github-permissions': 'contents=write,workflows=write' },
  })
}

/** Whether a path is that of a workflow file. */
export function isWorkflowPath(path: string): boolean {
  return path.startsWith(`${folder}/`)
}
