import type { World } from './world.ts'

/** Where GitHub's parts are, each without a slash at the end. */
export interface Addresses {
  /** The REST API. */
  readonly url: string
  /** The host that takes the files of releases. */
  readonly uploadsUrl: string
  /** The pages. */
  readonly serverUrl: string
  /** The storage that hands out files by signed addresses. */
  readonly filesUrl: string
}

const githubCom: Addresses = {
  url: 'https://api.github.com',
  uploadsUrl: 'https://uploads.github.com',
  serverUrl: 'https://github.com',
  filesUrl: 'https://objects.githubusercontent.com',
}

/** The addresses of a GitHub on one port; the pages may have a host name of their own. */
export function ownAddresses(url: string, serverUrl: string): Addresses {
  return { url, uploadsUrl: `${url}/uploads`, serverUrl, filesUrl: url }
}

/** The path that routes know: the upload host has paths of its own there. */
export function pathOn(host: string, path: string): string {
  return host === new URL(githubCom.uploadsUrl).host ? `/uploads${path}` : path
}

/**
 * The world as a client sees it that came by `host`: one that believes in github.com, such as `gh`
 * over the unix socket, must find github.com in every address, or it would not send its token there.
 */
export function seenFrom(world: World, host: string | undefined): World {
  const isGitHubCom = Object.values(githubCom).some((address) => new URL(address).host === host)
  return isGitHubCom ? { ...world, ...githubCom } : world
}
