import { pageUrl } from '../bodies/names.ts'
import { ok, route } from '../route.ts'
import type { Repository } from '../store.ts'
import type { World } from '../world.ts'
import { latestRelease } from './latest-release.ts'

/** Notes that GitHub writes itself; without pull requests that is the link to all changes. */
export const releaseNoteRoutes = [
  route('POST /repos/{owner}/{repo}/releases/generate-notes', { contents: 'write' }, (call) => {
    const { world, repository, input } = call
    const { tag_name: tag, previous_tag_name: previous } = input
    return ok({ name: tag, body: releaseNotes(world, repository, tag, previous) })
  }),
]

/** The link to all changes since a tag: that of the latest release unless given. */
export function releaseNotes(
  world: World,
  repository: Repository,
  tag: string,
  previous: string | undefined = latestRelease(repository)?.tagName,
): string {
  const range = previous === undefined ? `commits/${tag}` : `compare/${previous}...${tag}`
  return `**Full Changelog**: ${pageUrl(world, repository)}/${range}`
}
