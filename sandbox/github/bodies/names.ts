import type { Repository } from '../store.ts'
import type { World } from '../world.ts'

/** An opaque global id, as GitHub's GraphQL uses it. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString('base64')
}

/** Address of a repository in the API, without a slash at the end. */
export function apiUrl(world: World, repository: Repository): string {
  return `${world.url}/repos/${repository.fullName}`
}

/** Address of a repository's page, without a slash at the end. */
export function pageUrl(world: World, repository: Repository): string {
  return `${world.serverUrl}/${repository.fullName}`
}
