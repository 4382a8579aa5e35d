/** A fresh GitHub of the sandbox for each cell of the table, and what stands in it afterwards. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Asset, RecordedRequest } from '../../sandbox/github/index.ts'
import {
  openIssues,
  REPOSITORY,
  type ReleaseWorld,
  releaseWorld,
} from '../../test/actions/release-world.ts'

/** `issue`: open one issue, once. `asset`: one file on a release. */
export type Job = 'issue' | 'asset'
export const JOBS: readonly Job[] = ['issue', 'asset']

export const LABEL = 'incident'
export const FILE = 'release-go-no-go.json'
/** A draft with other files. */
export const DRAFT_TAG = 'v1.1.0'
/** A tag without a release. */
export const FREE_TAG = 'v1.2.0'

export interface Place extends AsyncDisposable {
  readonly world: ReleaseWorld
  /** Of the release that is published. */
  readonly planHash: string
  readonly folder: string
  /** Where GitHub also listens, for the client that refuses plain http. */
  readonly socketPath: string
  /** Requests since the place was ready. */
  sent(): readonly RecordedRequest[]
  /** How many objects of the job stand there whole, and how many half made. */
  found(job: Job): { readonly whole: number; readonly half: number }
}

/** Starts it. `await using` ends it. */
export async function openPlace(): Promise<Place> {
  const world = await releaseWorld({ labels: [LABEL], collaborators: { octocat: 'admin' } })
  const planHash = await world.plan()
  for (const issue of world.github.repository(REPOSITORY).issues) issue.state = 'closed'
  const folder = mkdtempSync(join(tmpdir(), 'bench-actions-'))
  mkdirSync(join(folder, 'gh'))
  writeFileSync(join(folder, FILE), '{"status":"go"}\n')
  const relay = await relayTo(world.github.url, join(folder, 'github.sock'))
  const before = world.github.requests.length
  return {
    ...{ world, planHash, folder, socketPath: relay.path },
    sent: () => world.github.requests.slice(before),
    found: (job) => (job === 'issue' ? issuesIn(world) : assetsIn(world)),
    async [Symbol.asyncDispose]() {
      relay.close()
      // What a peer sends is its own affair; that our requests are well formed is shown by the tests.
      world.github.violations.length = 0
      await world[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function issuesIn(world: ReleaseWorld) {
  const all = openIssues(world)
  const whole = all.filter(({ labels }) => labels.length > 0).length
  return { whole, half: all.length - whole }
}

/** A release that was made for the file counts as half made while it is a draft. */
function assetsIn({ github }: ReleaseWorld) {
  const releases = github.releases(REPOSITORY)
  const own = releases.filter(({ tagName }) => tagName === FREE_TAG)
  const named = releases
    .filter(({ tagName, draft }) => tagName === DRAFT_TAG || (tagName === FREE_TAG && !draft))
    .flatMap(({ assets }) => assets.filter(({ name }) => name === FILE))
  const whole = named.filter(isWhole).length
  return { whole, half: Math.max(own.length, named.length) - whole }
}

const isWhole = ({ state, digest, bytes }: Asset) =>
  state === 'uploaded' &&
  bytes.length > 0 &&
  digest === `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** A unix socket that leads to a server on loopback. */
export async function relayTo(url: string, path: string) {
  const { port, hostname } = new URL(url)
  const server = createServer((socket) => {
    const far = connect(Number(port), hostname)
    for (const end of [socket, far])
      end.on('error', () => {
        socket.destroy()
        far.destroy()
      })
    socket.pipe(far).pipe(socket)
    socket.on('close', () => far.destroy())
    far.on('close', () => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(path, resolve))
  return { path, close: () => void server.close() }
}
