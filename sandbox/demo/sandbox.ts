import { join } from 'node:path'
import type { GitHub } from '../github/index.ts'
import { startWorld, type World } from '../world/index.ts'
import { type PopulateOptions, type Population, populate } from '../world/populate.ts'
import { type Forge, type ForgeOptions, startForge } from './forge.ts'
import { publishDraft } from './publish-draft.ts'

export { type Start, SUITE } from './forge.ts'
export const REPOSITORY = 'acme/checkout-service'

export interface SandboxOptions
  extends Pick<ForgeOptions, 'teams' | 'collaborators' | 'socketPath'> {
  /** `real` takes HAProxy and Prometheus where they are installed. */
  readonly servers: 'embedded' | 'real'
  /** Folder for everything the sandbox writes. */
  readonly workdir: string
  /** Path of the act binary. */
  readonly act: string
  readonly versions?: PopulateOptions['versions']
  readonly edit?: PopulateOptions['edit']
  /** Version that serves at the start; 1.0.0 unless given. */
  readonly baseline?: string
}

/** GitHub, everything a release acts on, and a consumer whose version 1.0.0 serves. */
export interface Sandbox extends Forge {
  readonly world: World
  readonly population: Population
  /** Profile of the consumer's config that fits the servers. */
  readonly profile: string
  /** Build a version and make it ready to be released: draft with its files, wheel on the index, release in Sentry. */
  prepare(version: string): Promise<void>
}

/** Start everything on loopback. What has started is ended when something does not start. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const world = await startWorld({
    servers: options.servers,
    workdir: join(options.workdir, 'world'),
  })
  let forge: Forge | undefined
  try {
    const { workdir, versions, edit, baseline } = options
    const population = await populate(world, {
      workdir,
      ...(versions && { versions }),
      ...(edit && { edit }),
      ...(baseline && { baseline }),
    })
    forge = await startForge({
      ...options,
      ...{ repository: REPOSITORY, consumer: population.consumer },
      secrets: { SENTRY_AUTH_TOKEN: world.sentry.token },
    })
    await world.metrics.prometheus?.untilScraping()
    return await assemble(forge, world, population)
  } catch (error) {
    await forge?.close()
    await world.close()
    throw error
  }
}

async function assemble(forge: Forge, world: World, population: Population): Promise<Sandbox> {
  const { github, token } = forge
  const prepare = (version: string) =>
    publishDraft(version, { population, world, apiUrl: github.url, token })
  await prepare(population.baseline.version)
  await publishRelease(population.baseline.version, github)
  return {
    ...{ ...forge, world, population, prepare },
    profile: world.traffic.kind === 'haproxy' ? 'sandbox-servers' : 'sandbox',
    async close() {
      await forge.close()
      await world.close()
    },
  }
}

/** The baseline was released long ago: by GITHUB_TOKEN, whose releases start no run. */
async function publishRelease(version: string, github: GitHub): Promise<void> {
  const token = github.issueToken({ permissions: { contents: 'write' } })
  const release = github.releases(REPOSITORY).find((r) => r.tagName === `v${version}`)
  await fetch(`${github.url}/repos/${REPOSITORY}/releases/${release?.id}`, {
    method: 'PATCH',
    headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ draft: false }),
  })
}
