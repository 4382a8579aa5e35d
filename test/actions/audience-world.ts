/** A release behind a router that knows tenants and rings, and is told by two commands of the consumer. */
import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FakeTraffic } from './fake-traffic.ts'
import { type ReleaseWorld, releaseWorld } from './release-world.ts'

const PROGRAMS = join(import.meta.dirname, 'command-router')
const CONFIGS = join(import.meta.dirname, '../data/audiences')

export interface AudienceWorld extends AsyncDisposable {
  readonly world: ReleaseWorld
  /** For the environment of every job: where the consumer's command finds the router. */
  readonly env: { readonly ROUTER_URL: string }
  /** What the router holds. */
  held(): Promise<unknown>
  /** Set it by hand. */
  set(state: unknown): Promise<void>
  /** The version that answers a user of the service. */
  versionFor(headers: Readonly<Record<string, string>>): Promise<string>
}

/** @param name Config in test/data/audiences. @param change What is changed in its text. */
export async function audienceWorld(
  name: string,
  change: (text: string) => string = (text) => text,
): Promise<AudienceWorld> {
  const text = readFileSync(join(CONFIGS, name), 'utf8')
  const config = ({ blue, green }: FakeTraffic) =>
    change(text)
      .replaceAll('http://blue.example', blue.url)
      .replaceAll('http://green.example', green.url)
  const world = await releaseWorld({ config, hasIssues: false })
  mkdirSync(join(world.workspace, 'deploy'))
  copyFileSync(join(PROGRAMS, 'route.mjs'), join(world.workspace, 'deploy/route.mjs'))
  const router = await startRouter(world.traffic)
  const admin = `${router.url}/admin`
  return {
    world,
    env: { ROUTER_URL: router.url },
    held: async () => (await fetch(admin)).json(),
    async set(state) {
      await fetch(admin, { method: 'PUT', body: JSON.stringify(state) })
    },
    async versionFor(headers) {
      const answer = await fetch(`${router.url}/version`, { headers })
      return ((await answer.json()) as { readonly version: string }).version
    },
    async [Symbol.asyncDispose]() {
      await router.end()
      await world[Symbol.asyncDispose]()
    },
  }
}

async function startRouter({ blue, green }: FakeTraffic) {
  const child = spawn(process.execPath, [join(PROGRAMS, 'router.mjs'), blue.url, green.url], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const closed = new Promise((resolve) => child.once('close', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()))
  })
  return {
    url,
    async end() {
      child.stdin.end()
      await closed
    },
  }
}
