/** The three actions that write, each in a world where one run of it has something to do. */
import { createHash } from 'node:crypto'
import type { Asset, Fault } from '../../../sandbox/github/index.ts'
import { freezeMarkerText } from '../../../src/domain/ledger/freeze.ts'
import { ledgerOf } from '../ledger-of.ts'
import {
  type Inputs,
  openIssues,
  REPOSITORY,
  type ReleaseWorld,
  type WorldOptions,
} from '../release-world.ts'
import type { Run } from '../run-action.ts'

/** What one action is tried with, and what has to stand after it. */
export interface Drill {
  readonly name: string
  readonly action: 'auto-freeze-issue' | 'publish-rollout-metadata' | 'canary-promote'
  readonly world?: WorldOptions
  /** How many times faster than the world's the clock of a run goes. */
  readonly lapse: number
  /** Makes what the action starts from; its inputs. */
  readonly prepare: (world: ReleaseWorld) => Promise<Inputs>
  /** What is missing or wrong when it has done its work; empty when all is whole. */
  readonly lacks: (world: ReleaseWorld) => Promise<readonly string[]>
  /** What must never be, not even between two attempts. */
  readonly doubles: (world: ReleaseWorld) => Promise<readonly string[]>
  /** How many things were made and thrown away again: two runs at once may do so, one alone never. */
  readonly spares: (world: ReleaseWorld) => number
  /** The first request that changes something. */
  readonly firstWrite: Pick<Fault, 'method' | 'path' | 'operation'>
}

export const ASSET = 'release-go-no-go.json'
const MARKER = freezeMarkerText({ product: 'checkout', channel: 'stable' })

const unless = (holds: boolean, what: string): readonly string[] => (holds ? [] : [what])

const freezes = (world: ReleaseWorld) =>
  openIssues(world).filter(({ body }) => body?.includes(MARKER))

export const freezeDrill: Drill = {
  name: 'freeze',
  action: 'auto-freeze-issue',
  lapse: 5,
  prepare: async () => ({ version: '1.1.0', gate: 'gate', reason: 'too slow' }),
  async lacks(world) {
    const { kinds, open } = await ledgerOf(world)
    const [issue] = freezes(world)
    return [
      ...unless(kinds.join() === 'freeze', `entries ${kinds}`),
      ...unless(open.join() === 'open/freezes/checkout/stable.json', `markers ${open}`),
      ...unless(freezes(world).length === 1, `${freezes(world).length} open issues`),
      ...unless(issue?.labels.length === 3, `labels ${issue?.labels}`),
    ]
  },
  async doubles(world) {
    const { kinds } = await ledgerOf(world)
    return [
      ...unless(freezes(world).length < 2, 'two open issues'),
      ...unless(kinds.length < 2, `entries ${kinds}`),
    ]
  },
  spares: ({ github }) => Math.max(0, github.issues(REPOSITORY).length - 1),
  firstWrite: { method: 'POST', path: /\/git\/trees$/ },
}

const assetsOf = ({ github }: ReleaseWorld): readonly Asset[] => {
  const release = github.releases(REPOSITORY).find(({ tagName }) => tagName === 'v1.1.0')
  return (release?.assets ?? []).filter(({ name }) => name === ASSET)
}
const isWhole = ({ state, digest, bytes }: Asset) =>
  state === 'uploaded' &&
  bytes.length > 0 &&
  digest === `sha256:${createHash('sha256').update(bytes).digest('hex')}`

async function planned(world: ReleaseWorld): Promise<Inputs> {
  const hash = await world.plan()
  return { version: '1.1.0', 'plan-hash': hash, decision: 'go', artifact: 'false' }
}

export const publishDrill: Drill = {
  name: 'publish',
  action: 'publish-rollout-metadata',
  lapse: 5,
  world: { hasIssues: false },
  prepare: planned,
  async lacks(world) {
    const [asset, ...others] = assetsOf(world)
    const { kinds } = await ledgerOf(world)
    const text = new TextDecoder().decode(asset?.bytes ?? new Uint8Array())
    return [
      ...unless(asset !== undefined && isWhole(asset), `asset ${asset?.state ?? 'missing'}`),
      ...unless(text.includes('"status":"go"'), 'another decision'),
      ...unless(others.length === 0, `${others.length + 1} assets`),
      ...unless(kinds.join() === 'plan', `entries ${kinds}`),
    ]
  },
  doubles: async (world) => unless(assetsOf(world).length < 2, 'two assets'),
  spares: () => 0,
  firstWrite: { method: 'POST', path: /\/assets$/ },
}

/** The other decision stands already: it has to go first. */
export const replaceDrill: Drill = {
  ...publishDrill,
  name: 'replace',
  async prepare(world) {
    const inputs = await planned(world)
    await world.run('publish-rollout-metadata', { ...inputs, decision: 'no-go' })
    return inputs
  },
  firstWrite: { method: 'DELETE', path: /\/assets\/\d+$/ },
}

/** Stage → how many outcomes and passes it has. */
async function steps(world: ReleaseWorld) {
  const { entries } = await ledgerOf(world)
  const outcomes = entries.flatMap(({ kind, payload }) =>
    kind === 'outcome' && 'stage' in payload && payload.stage >= 0 ? [payload.stage] : [],
  )
  const passes = entries.flatMap(({ kind, payload }) =>
    kind === 'verdict' && payload.verdict === 'pass' ? [payload.stage] : [],
  )
  return { outcomes, passes }
}

const isOneEach = (stages: readonly (number | null)[]) => new Set(stages).size === stages.length

export const promoteDrill: Drill = {
  name: 'promote',
  action: 'canary-promote',
  // It moves no traffic where GitHub takes fifteen seconds for an entry, which are not to pass on a busy machine.
  lapse: 2,
  async prepare(world) {
    await world.plan()
    return {
      ...{ canary_version: '1.1.0', stages: 'all', operation: 'advance' },
      promote_immediately: 'false',
    }
  },
  async lacks(world) {
    const { outcomes, passes } = await steps(world)
    const { green } = world.traffic.weights
    return [
      ...unless(green === 100, `weight ${green}`),
      ...unless(outcomes.join() === '0,1', `outcomes ${outcomes}`),
      ...unless(passes.join() === '0,1', `passes ${passes}`),
    ]
  },
  async doubles(world) {
    const { outcomes, passes } = await steps(world)
    return [
      ...unless(isOneEach(outcomes), `outcomes ${outcomes}`),
      ...unless(isOneEach(passes), `passes ${passes}`),
    ]
  },
  spares: () => 0,
  firstWrite: { operation: 'mutation', path: /^\/graphql$/ },
}

const SHARES = [10, 50, 100]

/**
 * A run that takes one step of three. A second run takes the next one; what a run has begun and not ended only stands
 * where it did not come to its verdict.
 */
export const stepDrill: Drill = {
  ...promoteDrill,
  name: 'one step',
  world: { stages: `[${SHARES.map((weight) => `{ weight: ${weight}%, bake: 1s }`)}]` },
  prepare: async (world) => ({ ...(await promoteDrill.prepare(world)), stages: 'one' }),
  async lacks(world) {
    const { outcomes, passes } = await steps(world)
    const { green = 0 } = world.traffic.weights
    const isBegun = await isUnjudged(world)
    const shares = isBegun ? [passes.length - 1, passes.length] : [passes.length - 1]
    const reached = outcomes.slice(0, isBegun ? passes.length : undefined)
    return [
      ...unless(['0', '0,1'].includes(passes.join()), `passes ${passes}`),
      ...unless(reached.join() === passes.join(), `outcomes ${outcomes}`),
      ...unless(
        shares.some((at) => SHARES[at] === green),
        `weight ${green}`,
      ),
    ]
  },
}

/** Whether the last step was begun by a run that judged none. */
async function isUnjudged(world: ReleaseWorld): Promise<boolean> {
  const { entries } = await ledgerOf(world)
  const runs = entries.map(({ run }) => `${run.id}/${run.attempt}`)
  const last = entries.findLastIndex(({ kind }) => kind === 'verdict')
  const judged = runs.filter((_, i) => entries[i]?.kind === 'verdict')
  const after = runs.slice(last + 1)
  return after.length > 0 && !after.some((run) => judged.includes(run))
}

export const drills: readonly Drill[] = [freezeDrill, publishDrill, replaceDrill, promoteDrill]

/** A release that was taken back: all traffic on the old version, and the record says so. */
export async function isTakenBack(world: ReleaseWorld): Promise<boolean> {
  const { entries, open } = await ledgerOf(world)
  const last = entries.at(-1)?.payload
  const isBack = last !== undefined && 'result' in last && last.result === 'rolled-back'
  return isBack && open.length === 0 && world.traffic.weights.green === 0
}

/** What no run of any action may show, whatever was done to it. */
export function improper({ exit, outputs, log }: Run): readonly string[] {
  const { verdict, reason = '' } = outputs
  return [
    ...unless((exit === 0) === (verdict === 'pass'), `exit ${exit} with ${verdict}`),
    ...unless(!/unexpected:/.test(log + reason), 'unexpected'),
    ...unless(!/^\s+at .*:\d+:\d+/m.test(log), 'a stack trace'),
    ...unless(!reason.includes('\n'), 'a reason of many lines'),
  ]
}
