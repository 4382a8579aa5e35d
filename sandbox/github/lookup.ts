import { refuse } from './refusal.ts'
import type { Repository } from './store.ts'

const oidPattern = /^[0-9a-f]{7,40}$/

/** The commit behind a branch, a tag, a ref or an object id; undefined when there is none. */
export async function findCommit(
  repository: Repository,
  ref: string = repository.defaultBranch,
): Promise<string | undefined> {
  const short = ref.replace(/^refs\//, '')
  const names = ref === 'HEAD' ? [`refs/heads/${repository.defaultBranch}`] : []
  names.push(`refs/heads/${ref}`, `refs/tags/${ref}`)
  if (/^(heads|tags)\//.test(short)) names.push(`refs/${short}`)
  if (oidPattern.test(ref)) names.push(ref)
  for (const name of names) {
    const oid = await repository.git.commitOf(name)
    if (oid !== undefined) return oid
  }
  return undefined
}

/** The commit behind a ref, or GitHub's 422 for one that leads nowhere. */
export async function requireCommit(repository: Repository, ref: string): Promise<string> {
  return (await findCommit(repository, ref)) ?? refuse(422, `No commit found for SHA: ${ref}`)
}
