import type { Release, Repository } from '../store.ts'

/** The release that GitHub calls the latest: undefined when there is none. */
export function latestRelease(repository: Repository): Release | undefined {
  const candidates = repository.releases.filter(
    (each) => !each.draft && !each.prerelease && each.makeLatest !== 'false',
  )
  return candidates.toSorted((a, b) => order(a).localeCompare(order(b))).at(-1)
}

function order(release: Release) {
  return `${release.publishedAt}-${String(release.id).padStart(12, '0')}`
}
