/** A GitHub with a ledger, and what is asked of it: requests, and bytes on the wire. */
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, connect as connectTo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type GitHub, startGitHub } from '../../sandbox/github/index.ts'
import { digest } from '../../src/adapters/digest.ts'
import { connect } from '../../src/adapters/github/connect.ts'
import { readContext } from '../../src/adapters/runner/context.ts'
import { systemClock } from '../../src/adapters/runner/system-clock.ts'
import { Ledger } from '../../src/app/ledger.ts'
import { ledgerRepository, type Size } from './history.ts'

export const OWNER = 'acme'
export const REPO = 'shop'

/** What something took. */
export interface Cost {
  readonly calls: number
  readonly ms: number
  /** That GitHub sent. */
  readonly kib: number
}

export interface Place extends AsyncDisposable {
  readonly github: GitHub
  /** Address of the API: what goes through it is counted. */
  readonly url: string
  readonly token: string
  /** The suite's ledger, as a process that has just started sees it. */
  ledger(): Ledger
  cost(work: () => Promise<unknown>): Promise<Cost>
}

/** Builds it; `await using` takes it away. */
export async function placeOf(size: Size): Promise<Place> {
  await using stack = new AsyncDisposableStack()
  const root = mkdtempSync(join(tmpdir(), 'bench-ledger-'))
  stack.defer(() => rmSync(root, { recursive: true, force: true }))
  const gitDir = await ledgerRepository(root, size)
  const github = await startGitHub({ repositories: [{ fullName: `${OWNER}/${REPO}`, gitDir }] })
  stack.defer(() => github.close())
  const relay = stack.use(await relayTo(github.url))
  const token = github.issueToken({ permissions: { contents: 'write' } })
  const held = stack.move()
  let runs = 0
  return {
    ...{ github, url: relay.url, token },
    ledger: () => ledgerAt(relay.url, token, ++runs),
    async cost(work) {
      const before = { calls: github.requests.length, bytes: relay.bytes(), at: performance.now() }
      await work()
      const ms = performance.now() - before.at
      const kib = (relay.bytes() - before.bytes) / 1024
      return { calls: github.requests.length - before.calls, ms, kib }
    },
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  }
}

function ledgerAt(url: string, token: string, run: number): Ledger {
  const context = readContext({
    ...{ GITHUB_REPOSITORY: `${OWNER}/${REPO}`, GITHUB_RUN_ID: String(run) },
    ...{ GITHUB_RUN_ATTEMPT: '1', GITHUB_SHA: '0'.repeat(40), GITHUB_SERVER_URL: url },
    ...{ GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: `${url}/graphql` },
    ...{ GITHUB_WORKSPACE: '/', RUNNER_TEMP: '/' },
  })
  const quiet = () => {}
  const log = { info: quiet, warning: quiet, error: quiet }
  const { signal } = new AbortController()
  const clock = systemClock(signal)
  const store = connect(token, { clock, context, log, mask: quiet, signal }).ledger
  const writer = { actor: 'alice', run: { id: run, attempt: 1 }, suite: '' }
  return new Ledger({ store, clock, digest, random: Math.random }, writer)
}

/** Hands connections over to a server, and counts the bytes that come back. */
async function relayTo(target: string) {
  const { port, hostname } = new URL(target)
  let bytes = 0
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connectTo(Number(port), hostname)
    far.on('data', (chunk) => {
      bytes += chunk.length
    })
    near.pipe(far).pipe(near)
    for (const end of [near, far]) {
      open.add(end)
      end.on('error', () => end.destroy())
      end.on('close', () => void [near, far].map((each) => each.destroy()))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bytes: () => bytes,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
