import { isAllowed } from '../auth.ts'
import { releaseBody } from '../bodies/release.ts'
import { paged } from '../page.ts'
import { type Call, created, found, noContent, ok, route } from '../route.ts'
import { startReleaseRuns } from '../runs/release-event.ts'
import type { Release, Repository, Token } from '../store.ts'
import type { World } from '../world.ts'
import { latestRelease } from './latest-release.ts'
import { publish, requireFreeTag, requireMutable } from './publishing.ts'
import { releaseNotes } from './release-notes.ts'

/** Releases; drafts exist only for who may write contents. */
export const releaseRoutes = [
  route('GET /repos/{owner}/{repo}/releases', { contents: 'read' }, (call) => {
    const visible = call.repository.releases.filter((each) => isVisible(call.token, each))
    return paged(call, visible.toReversed(), (release) =>
      releaseBody(call.world, call.repository, release),
    )
  }),
  route('POST /repos/{owner}/{repo}/releases', { contents: 'write' }, createRelease),
  route('GET /repos/{owner}/{repo}/releases/latest', { contents: 'read' }, (call) =>
    ok(releaseBody(call.world, call.repository, found(latestRelease(call.repository)))),
  ),
  route('GET /repos/{owner}/{repo}/releases/tags/{tag}', { contents: 'read' }, (call) => {
    const release = call.repository.releases.find(
      (each) => each.tagName === call.input.tag && !each.draft,
    )
    return ok(releaseBody(call.world, call.repository, found(release)))
  }),
  route('GET /repos/{owner}/{repo}/releases/{release_id}', { contents: 'read' }, (call) => {
    const release = findRelease(call.repository, call.token, call.input.release_id)
    return ok(releaseBody(call.world, call.repository, release))
  }),
  route('PATCH /repos/{owner}/{repo}/releases/{release_id}', { contents: 'write' }, changeRelease),
  route('DELETE /repos/{owner}/{repo}/releases/{release_id}', { contents: 'write' }, (call) => {
    const { repository, token, input } = call
    const release = findRelease(repository, token, input.release_id)
    repository.releases = repository.releases.filter((each) => each !== release)
    return noContent()
  }),
]

/** The release of an id. Refuses with 404 also where it is a draft the token may not see. */
export function findRelease(repository: Repository, token: Token, id: number): Release {
  return found(repository.releases.find((each) => each.id === id && isVisible(token, each)))
}

function isVisible(token: Token, release: Release) {
  return !release.draft || isAllowed(token, [{ contents: 'write' }])
}

interface ReleaseInput {
  readonly tag_name?: string
  readonly target_commitish?: string
  readonly name?: string | null
  readonly body?: string | null
  readonly draft?: boolean
  readonly prerelease?: boolean
  readonly make_latest?: string
  readonly generate_release_notes?: boolean
}

async function createRelease({ world, repository, token, input }: Call<ReleaseInput>) {
  const release = newRelease(world, repository, token, input)
  if (!release.draft) {
    requireFreeTag(repository, release)
    await publish(world, repository, token, release)
  }
  repository.releases.push(release)
  if (!release.draft) await startReleaseRuns(world, repository, token, release)
  return created(releaseBody(world, repository, release))
}

function newRelease(
  world: World,
  repository: Repository,
  token: Token,
  input: ReleaseInput,
): Release {
  const now = world.now()
  return {
    id: world.nextId(),
    login: token.login,
    tagName: input.tag_name ?? '',
    targetCommitish: input.target_commitish ?? repository.defaultBranch,
    name: input.name ?? null,
    body: input.generate_release_notes ? notesOf(world, repository, input) : (input.body ?? null),
    draft: input.draft ?? false,
    prerelease: input.prerelease ?? false,
    immutable: false,
    makeLatest: input.make_latest ?? 'true',
    createdAt: now,
    publishedAt: null,
    updatedAt: now,
    assets: [],
  }
}

/** Asked for notes, GitHub puts its own after the given ones. */
function notesOf(world: World, repository: Repository, { tag_name = '', body }: ReleaseInput) {
  return `${body ?? ''}\n\n${releaseNotes(world, repository, tag_name)}`.trimStart()
}

async function changeRelease(call: Call<ReleaseInput & { readonly release_id: number }>) {
  const { world, repository, token, input } = call
  const release = findRelease(repository, token, input.release_id)
  const changed = merge(release, input)
  requireMutable(release, changed)
  if (!changed.draft && (release.draft || changed.tagName !== release.tagName)) {
    requireFreeTag(repository, changed)
    await publish(world, repository, token, changed)
  }
  const isPublished = release.draft && !changed.draft
  Object.assign(release, changed, { updatedAt: world.now() })
  if (isPublished) await startReleaseRuns(world, repository, token, release)
  return ok(releaseBody(world, repository, release))
}

function merge(release: Release, input: ReleaseInput): Release {
  return {
    ...release,
    tagName: input.tag_name ?? release.tagName,
    targetCommitish: input.target_commitish ?? release.targetCommitish,
    name: input.name === undefined ? release.name : input.name,
    body: input.body === undefined ? release.body : input.body,
    draft: input.draft ?? release.draft,
    prerelease: input.prerelease ?? release.prerelease,
    makeLatest: input.make_latest ?? release.makeLatest,
  }
}
