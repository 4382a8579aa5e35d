import type { Journal } from './journal.ts'
import type { Repository } from './store.ts'
import type { World } from './world.ts'

/** What lists showed until a write changed it. */
export interface Moment {
  /** Milliseconds since the epoch: when the write came. */
  readonly until: number
  readonly lists: ReadonlyMap<number, Lists>
}

type Lists = Pick<Repository, 'issues' | 'labels' | 'releases' | 'deployments' | 'statuses'>

/** Keeps what lists show now, before a write; only where a fault is going to ask for it. */
export function rememberLists(world: World, { faults }: Journal): void {
  const isAsked = faults.some(({ stale, times }) => stale !== undefined && (times ?? 1) > 0)
  if (!isAsked) return
  const lists = new Map(world.repositories.map((each) => [each.id, copyLists(each)]))
  world.history.push({ until: world.time(), lists })
}

/** The repository with the lists that it showed `stale` milliseconds ago. */
export function repositoryAsOf(world: World, repository: Repository, stale: number): Repository {
  const then = world.time() - stale
  const lists = world.history.find(({ until }) => until > then)?.lists.get(repository.id)
  return lists === undefined ? repository : { ...repository, ...lists }
}

function copyLists({ issues, labels, releases, deployments, statuses }: Repository): Lists {
  return {
    issues: issues.map((issue) => ({ ...issue, comments: issue.comments.map(copy) })),
    labels: new Map(labels),
    releases: releases.map((release) => ({ ...release, assets: release.assets.map(copy) })),
    deployments: deployments.map((each) => ({ ...each, statuses: [...each.statuses] })),
    statuses: [...statuses],
  }
}

function copy<Item extends object>(item: Item): Item {
  return { ...item }
}
