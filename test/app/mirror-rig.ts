/** A rollout as its record tells it, and the real page of deployments of the embedded GitHub. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type GitHub, type Permissions, startGitHub } from '../../sandbox/github/index.ts'
import { digest } from '../../src/adapters/digest.ts'
import { connect } from '../../src/adapters/github/connect.ts'
import { readContext } from '../../src/adapters/runner/context.ts'
import { type Mirror, mirrorStages } from '../../src/app/mirror-stage.ts'
import type { Draft, Entry } from '../../src/domain/ledger/entry.ts'
import type { Plan } from '../../src/domain/rollout/plan.ts'
import { configRepository } from '../actions/config-repository.ts'

export const REPOSITORY = 'acme/shop'
export const WRITES: Permissions = { contents: 'read', deployments: 'write' }

export interface MirrorRig extends AsyncDisposable {
  readonly github: GitHub
  /** Lines that were logged as warnings. */
  readonly warnings: readonly string[]
  /** The mirror of a new process. */
  mirror(permissions?: Permissions, signal?: AbortSignal): Mirror
  /** Entries of these drafts, as a chain. */
  chain(...drafts: readonly Draft[]): readonly Entry[]
  /** What people see: a list a deployment. */
  shown(): readonly (readonly string[])[]
  /** Method and path of each request since the last clearing, ids left out. */
  asked(): readonly string[]
  /** Nothing was ever shown. */
  clear(): void
}

export async function mirrorRig(): Promise<MirrorRig> {
  const root = mkdtempSync(join(tmpdir(), 'mirror-'))
  const { gitDir, head } = configRepository(root, 'product: shop\n', ['v1.1.0'])
  const github = await startGitHub({ repositories: [{ fullName: REPOSITORY, gitDir }] })
  const warnings: string[] = []
  let from = 0
  const mirror: MirrorRig['mirror'] = (
    permissions = WRITES,
    signal = new AbortController().signal,
  ) => {
    const context = contextOf(github.url, root)
    const log = { info() {}, warning: (line: string) => warnings.push(line), error() {} }
    const clock = { now: () => new Date(), sleep: async () => {} }
    const runner = { clock, context, log, mask() {}, signal }
    const { deployments } = connect(github.issueToken({ permissions }), runner)
    return mirrorStages(undefined, 'https://github.example/runs/7', {
      ...{ deployments, digest, log, signal },
    })
  }
  return {
    github,
    warnings,
    mirror,
    chain: (...drafts) => chainOf(head, drafts),
    shown: () =>
      github
        .deployments(REPOSITORY)
        .map(({ statuses }) =>
          statuses.map((s) => `${s.state}: ${s.description.replace(/ \| record .*/, '')}`),
        ),
    asked: () =>
      github.requests
        .slice(from)
        .map(
          ({ method, path }) => `${method} ${path.replace(/^.*\/shop/, '').replace(/\d+/, '1')}`,
        ),
    clear() {
      github.repository(REPOSITORY).deployments = []
      github.faults.length = 0
      warnings.length = 0
      from = github.requests.length
    },
    async [Symbol.asyncDispose]() {
      await github.close()
      rmSync(root, { recursive: true, force: true })
      if (github.violations.length > 0) throw new Error(github.violations.join('\n'))
    },
  }
}

function contextOf(url: string, workspace: string) {
  return readContext({
    ...{ GITHUB_REPOSITORY: REPOSITORY, GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: '1' },
    ...{ GITHUB_SHA: 'c'.repeat(40), GITHUB_SERVER_URL: url, GITHUB_API_URL: url },
    ...{
      GITHUB_GRAPHQL_URL: `${url}/graphql`,
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: workspace,
    },
  })
}

const STAGES = [10, 100].map((weight) => ({ weight, bake: 1000, minRequests: 0 }))

/** The plan stands first. */
function chainOf(commit: string, drafts: readonly Draft[]): readonly Entry[] {
  const plan: Plan = {
    ...{ schema: 1, product: 'shop', channel: 'stable', version: '1.1.0', baseline: '1.0.0' },
    ...{ commit, strategy: 'canary', profile: '', stages: STAGES, interval: 1000 },
    ...{ objectives: [], artefacts: [], desktopRolloutPercentage: 100 },
  }
  const planned: Draft = { kind: 'plan', payload: { plan } }
  return [planned, ...drafts].map((draft, index) => ({
    ...{ schema: 1, id: `7.1.${index}`, seq: index + 1, previous: null },
    ...{
      time: '2026-01-01T00:00:00.000Z',
      release: { product: 'shop', channel: 'stable', version: '1.1.0' },
    },
    ...{
      planHash: 'sha256:plan',
      actor: 'ada',
      run: { id: 7, attempt: 1 },
      suite: '',
      signature: null,
    },
    ...draft,
  }))
}

const weights = (stage: number) => {
  const green = STAGES[stage]?.weight ?? 0
  return { blue: 100 - green, green }
}

/** A stage has got its weight; -1: all is back. */
export const shifted = (stage: number): Draft => ({
  kind: 'outcome',
  payload: { effect: 'shift', stage, weights: weights(stage) },
})
/** A stage is judged. */
export const judged = (stage: number, breach: 'none' | 'pause' | 'rollback' = 'none'): Draft => {
  const verdict = breach === 'none' ? 'pass' : 'fail'
  return {
    kind: 'verdict',
    payload: { gate: 'stage', stage, verdict, reason: 'judged', evidence: [], breach },
  }
}
/** The release has ended. */
export const ended = (result: 'completed' | 'rolled-back' | 'failed'): Draft => ({
  kind: 'outcome',
  payload: { effect: 'release', result, reason: 'the end' },
})
/** A step has begun. */
export const intended = (stage: number): Draft => ({
  kind: 'intent',
  payload: { effect: 'shift', stage, reason: 'why', from: weights(stage - 1), to: weights(stage) },
})
