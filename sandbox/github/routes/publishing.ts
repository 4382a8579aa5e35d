import { zeroOid } from '../git/zero.ts'
import { findCommit } from '../lookup.ts'
import { type FieldError, invalid, refuse } from '../refusal.ts'
import type { Release, Repository, Token } from '../store.ts'
import { requireWorkflowRight } from '../workflow-rights.ts'
import type { World } from '../world.ts'

/** Publishes a release: its tag is made if it does not exist, and it may become immutable. */
export async function publish(
  world: World,
  repository: Repository,
  token: Token,
  release: Release,
) {
  const ref = `refs/tags/${release.tagName}`
  const { git } = repository
  if (!(await git.isRefName(ref))) {
    invalid({
      resource: 'Release',
      code: 'custom',
      field: 'tag_name',
      message: 'tag_name is not a valid tag',
    })
  }
  if ((await git.commitOf(ref)) === undefined) {
    const target = await findCommit(repository, release.targetCommitish)
    if (target === undefined) {
      return invalid({ resource: 'Release', code: 'invalid', field: 'target_commitish' })
    }
    await requireWorkflowRight(repository, token, target)
    await git.updateRef(ref, target, zeroOid)
  }
  release.draft = false
  release.publishedAt ??= world.now()
  release.immutable = repository.immutableReleases
  if (release.immutable) repository.burntTags.add(release.tagName)
}

/** Refuses a tag that another published release has, or that an immutable one ever had. */
export function requireFreeTag(repository: Repository, release: Release): void {
  const field = 'tag_name'
  const errors: FieldError[] = []
  const isTaken = repository.releases.some(
    (each) => each.id !== release.id && !each.draft && each.tagName === release.tagName,
  )
  if (isTaken) errors.push({ resource: 'Release', code: 'already_exists', field })
  if (repository.burntTags.has(release.tagName)) {
    const message = 'tag_name was used by an immutable release'
    errors.push({ resource: 'Release', code: 'custom', field, message })
  }
  if (errors.length > 0) invalid(...errors)
}

/** Refuses to change more than title, notes and marks of an immutable release. */
export function requireMutable(release: Release, changed: Release): void {
  if (!release.immutable) return
  const isSame =
    changed.tagName === release.tagName &&
    changed.targetCommitish === release.targetCommitish &&
    changed.draft === release.draft
  if (!isSame) refuse(422, 'Cannot change tag or target of an immutable release')
}
