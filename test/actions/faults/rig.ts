/** A world that is wound back after each scenario, and runs in it that are struck at one request. */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault, RecordedRequest } from '../../../sandbox/github/index.ts'
import { REPOSITORY, type ReleaseWorld, releaseWorld, WRITER } from '../release-world.ts'
import type { Run } from '../run-action.ts'
import type { Drill } from './drill.ts'

const FAST = { NODE_OPTIONS: `--import=${join(import.meta.dirname, '../time-lapse.mjs')}` }
export const FIRST = 'github-actions[bot]'
export const SECOND = 'second-runner[bot]'

/** What is done to one request of a run. */
export interface Strike {
  readonly fault: Omit<Fault, 'path' | 'method' | 'login' | 'times'>
  /** Sent to the process while the request is under way. */
  readonly signal?: NodeJS.Signals
}

export interface RunChoice {
  readonly login?: string
  readonly attempt?: number
  readonly run?: number
  /** Its waits take as long as they say. */
  readonly realTime?: boolean
  readonly onStart?: (kill: (signal: NodeJS.Signals) => void) => void
}

/** A drill in its world. */
export interface Rig extends AsyncDisposable {
  readonly drill: Drill
  readonly world: ReleaseWorld
  run(choice?: RunChoice): Promise<Run>
  /** A run whose request number `index` (from 0) is struck. */
  struck(index: number, strike: Strike): Promise<Run>
  /** Requests of the first runner since the last rewinding. */
  sent(login?: string): readonly RecordedRequest[]
  /** Everything is again as it was before the first run. */
  rewind(): Promise<void>
  /** What is not whole; empty when all is. */
  lacks(): Promise<readonly string[]>
  doubles(): Promise<readonly string[]>
}

export async function rigOf(drill: Drill): Promise<Rig> {
  const world = await releaseWorld(drill.world)
  const inputs = await drill.prepare(world).catch(async (error: unknown) => {
    await world[Symbol.asyncDispose]()
    throw error
  })
  const rewinding = await rewinder(world)
  const fast = { ...FAST, TIME_LAPSE: String(drill.lapse) }
  let from = world.github.requests.length
  const run = ({ login = FIRST, attempt = 1, run: id = 7, realTime, onStart }: RunChoice = {}) => {
    const ids = { GITHUB_RUN_ID: String(id), GITHUB_RUN_ATTEMPT: String(attempt) }
    const token = world.github.issueToken({ permissions: WRITER, login })
    const env = { ...ids, ...(realTime === true ? {} : fast) }
    return world.run(drill.action, { ...inputs, token }, { env, ...(onStart && { onStart }) })
  }
  const sent = (login = FIRST) =>
    world.github.requests.slice(from).filter(({ tokenLogin }) => tokenLogin === login)
  return {
    drill,
    world,
    run,
    sent,
    struck(index, { fault, signal }) {
      const path = /./
      world.github.faults.push(
        { path, login: FIRST, times: index },
        { path, login: FIRST, ...fault },
      )
      return signal === undefined ? run() : run({ onStart: killing(() => sent()[index], signal) })
    },
    async rewind() {
      await rewinding()
      from = world.github.requests.length
    },
    lacks: () => drill.lacks(world),
    doubles: () => drill.doubles(world),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

/** Milliseconds in which the sandbox carries a request out. */
const CARRIED_OUT_MS = 80

/** Sends the signal when the request has come and, where it has an effect, has had it. */
function killing(request: () => RecordedRequest | undefined, signal: NodeJS.Signals) {
  return async (kill: (signal: NodeJS.Signals) => void) => {
    for (let waited = 0; waited < 20_000 && request() === undefined; waited += 5)
      await sleep(5, undefined, { ref: false })
    await sleep(CARRIED_OUT_MS)
    kill(signal)
  }
}

const LEDGER = 'refs/heads/release-ledger'

/** Remembers issues, releases, deployments, ledger and weights; what it returns puts them back. */
async function rewinder({ github, traffic }: ReleaseWorld): Promise<() => Promise<void>> {
  const repository = github.repository(REPOSITORY)
  const { git } = repository
  const { issues, releases } = structuredClone({
    issues: repository.issues,
    releases: repository.releases,
  })
  const labels = [...repository.labels]
  const weights = traffic.weights
  const before = await git.objectAt(LEDGER)
  return async () => {
    github.faults.length = 0
    repository.issues.splice(0, Number.POSITIVE_INFINITY, ...structuredClone(issues))
    repository.releases = structuredClone(releases)
    repository.deployments = []
    repository.labels.clear()
    for (const [key, label] of labels) repository.labels.set(key, label)
    traffic.weights = weights
    const now = await git.objectAt(LEDGER)
    if (now === undefined || now === before) return
    if (before === undefined) await git.deleteRef(LEDGER, now)
    else await git.updateRef(LEDGER, before, now)
  }
}
