import { isAllowed, tokenFor } from '../../auth.ts'
import { nodeId } from '../../bodies/names.ts'
import { releaseBody } from '../../bodies/release.ts'
import { latestRelease } from '../../routes/latest-release.ts'
import type { Release, Repository } from '../../store.ts'
import { connection, type PageArguments } from '../connection.ts'
import type { GraphContext } from '../context.ts'

interface ReleaseArguments extends PageArguments {
  readonly orderBy?: { readonly direction: 'ASC' | 'DESC'; readonly field: string } | null
}

/** Releases of a repository; drafts exist only for who may write contents. */
export function releaseFields(context: GraphContext, repository: Repository) {
  const mayWrite = isAllowed(tokenFor(context.token, repository), [{ contents: 'write' }])
  const visible = repository.releases.filter((release) => mayWrite || !release.draft)
  const render = (release: Release) => releaseNode(context, repository, release)
  return {
    release: ({ tagName }: { readonly tagName: string }) => {
      const release = visible.find((each) => each.tagName === tagName)
      return release === undefined ? null : render(release)
    },
    latestRelease: () => {
      const latest = latestRelease(repository)
      return latest === undefined ? null : render(latest)
    },
    releases: (bounds: ReleaseArguments) => {
      const isUp = bounds.orderBy?.direction === 'ASC'
      return connection('releases', isUp ? visible : visible.toReversed(), bounds, render)
    },
  }
}

function releaseNode({ world }: GraphContext, repository: Repository, release: Release) {
  return {
    id: nodeId('Release', release.id),
    databaseId: release.id,
    name: release.name,
    description: release.body,
    tagName: release.tagName,
    isDraft: release.draft,
    isPrerelease: release.prerelease,
    isLatest: latestRelease(repository) === release,
    immutable: release.immutable,
    createdAt: release.createdAt,
    publishedAt: release.publishedAt,
    updatedAt: release.updatedAt,
    url: releaseBody(world, repository, release).html_url,
  }
}
