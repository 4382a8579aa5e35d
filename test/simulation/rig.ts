import { digest } from '../../src/adapters/digest.ts'
import { unaskedTeams } from '../../src/adapters/github/teams.ts'
import { alarmOf } from '../../src/app/alarm.ts'
import { type FreezeRequest, freeze } from '../../src/app/freeze.ts'
import { Ledger } from '../../src/app/ledger.ts'
import { type Mirror, mirrorStages, NO_MIRROR } from '../../src/app/mirror-stage.ts'
import { planRelease } from '../../src/app/plan.ts'
import { planRequest } from '../../src/app/plan-request.ts'
import { type PromoteInputs, promote } from '../../src/app/promote.ts'
import { recordRelease } from '../../src/app/record-release.ts'
import { type TickPorts, tick } from '../../src/app/tick.ts'
import { watch } from '../../src/app/watch.ts'
import type { Config } from '../../src/domain/config/schema.ts'
import type { OnBreach } from '../../src/domain/judging/objective.ts'
import { type Signing, UNSIGNED } from '../../src/domain/ledger/trust.ts'
import type { JobResult } from '../../src/domain/release/outcome.ts'
import type { Strategy } from '../../src/domain/rollout/plan.ts'
import type { Workflows } from '../../src/ports/workflows.ts'
import { DeploymentPage } from '../fakes/deployment-page.ts'
import { IssueList } from '../fakes/issue-list.ts'
import { LedgerBranch } from '../fakes/ledger-branch.ts'
import { ReleasePage } from '../fakes/release-page.ts'
import { repositoryOf } from '../fakes/repository.ts'
import { Router } from '../fakes/router.ts'
import { type Health, Service } from '../fakes/service.ts'
import { type Process, World, type WorldOptions } from '../fakes/world.ts'
import { type Asked, NOT_BEFORE } from './asked.ts'
import { namedFiles } from './named-files.ts'
import { shopConfig } from './shop.ts'

/** The version that serves at first, the one that is released, and the one after it. */
export const OLD = '1.0.0'
export const NEW = '1.1.0'
export const NEXT = '1.2.0'

/** The same texts are hashed again and again. */
const hashes = new Map<string, string>()
export function hash(text: string): string {
  const known = hashes.get(text) ?? digest(text)
  if (hashes.size > 5000) hashes.clear()
  hashes.set(text, known)
  return known
}

const configs = new Map<string, Config>()
export const SCOPE = { product: 'shop', channel: 'stable' }

/** A run of a workflow: its jobs are processes of their own. */
export interface Run {
  readonly id: number
  readonly attempt: number
}

export interface RigOptions extends WorldOptions {
  /** How all processes sign; not at all unless given. */
  readonly signing?: Signing
  readonly health: (version: string, now: number) => Health
  readonly onBreach?: OnBreach
  /** The canary begins without weight, and the green side takes a share before the switch. */
  readonly dark?: boolean | undefined
  /** Deployments show the rollout. */
  readonly mirrored?: 'prompt' | 'late' | undefined
  /** A rollout is moved by ticks, and this becomes of a stage that none comes to in time. */
  readonly overdue?: 'pause' | 'rollback' | undefined
  /** What each release waits for. */
  readonly asked?: Asked | undefined
  /** How far the clocks of two machines may be apart where one goes on for the other, milliseconds; 0 unless given. */
  readonly apart?: number
  /** The ticks are watches. */
  readonly watched?: boolean
  /** Versions are held against each other, too. */
  readonly compared?: boolean
  /** Pipelines have a gate before the rollout. */
  readonly gated?: boolean
}

/** The models of one world, and the real use cases on them. */
export class Rig {
  readonly world: World
  readonly branch: LedgerBranch
  readonly list: IssueList
  readonly router: Router
  readonly page: ReleasePage
  readonly config: Config
  readonly apart: number
  readonly gated: boolean
  readonly #deployments: DeploymentPage
  readonly #service: Service
  readonly #notBefore: string | undefined
  readonly #signing: Signing
  readonly #isMirrored: boolean

  constructor(options: RigOptions) {
    this.#signing = options.signing ?? UNSIGNED
    this.apart = options.apart ?? 0
    this.gated = options.gated ?? false
    this.world = new World(options)
    this.branch = new LedgerBranch(this.world)
    this.list = new IssueList(this.world)
    this.router = new Router(this.world, OLD)
    this.page = new ReleasePage(this.world, ['v1.0.0', 'v1.1.0', 'v1.2.0'])
    this.#deployments = new DeploymentPage(this.world, options.mirrored === 'late')
    this.#isMirrored = options.mirrored !== undefined
    this.#service = new Service(this.world, options.health)
    const { onBreach = 'rollback', dark = false, overdue, asked, watched = false } = options
    const { compared = false } = options
    const name = `${onBreach} ${dark} ${overdue} ${asked} ${watched} ${compared}`
    this.config = configs.get(name) ?? shopConfig(onBreach, dark, overdue, asked, watched, compared)
    const first = new Date(this.world.now + NOT_BEFORE).toISOString()
    this.#notBefore = asked === 'time' ? first : undefined
    configs.set(name, this.config)
  }

  /** Everything a use case needs, as one job of one run has it. */
  ports(process: Process, run: Run, actor = 'ada') {
    const clock = process.clock()
    const random = process.random
    const log = process.log()
    const ledger = new Ledger(
      { store: this.branch.store(process), clock, digest: hash, random, signing: this.#signing },
      { actor, run, suite: '' },
    )
    return {
      ledger,
      clock,
      digest: hash,
      registry: { manifestSize: async () => undefined },
      issues: this.list.issues(process),
      repository: repositoryOf(process),
      roles: {},
      teams: unaskedTeams('acme'),
      releases: this.page.releases(process),
      attachables: namedFiles(hash),
      traffic: this.router.traffic(process),
      metrics: this.#service.metrics(process),
      start: this.router.start(process),
      mirror: this.#mirror(process, run),
      log,
      alarm: alarmOf('', { ledger, clock, notices: { channels: [], tried: new Set(), log } }),
      signal: process.signal,
      context: { actor, runAttempt: run.attempt },
    }
  }

  #mirror(process: Process, { id }: Run): Mirror {
    if (!this.#isMirrored) return NO_MIRROR
    const { signal } = process
    const deployments = this.#deployments.deployments(process)
    const ports = { deployments, digest: hash, log: process.log(), signal }
    return mirrorStages(undefined, `https://github.example/runs/${id}`, ports)
  }

  async plan(process: Process, run: Run, version: string, strategy: Strategy, baseline = OLD) {
    const inputs = {
      release_version: version,
      baseline_version: baseline,
      deployment_strategy: strategy,
      'desktop-rollout-percentage': 100,
      not_before: this.#notBefore,
    }
    const ports = this.ports(process, run)
    const request = await planRequest(inputs, this.config, async () => baseline, ports)
    const where = { url: `https://github.example/runs/${run.id}`, dryRun: false }
    return planRelease(request, this.config, ports, where)
  }

  promote(process: Process, run: Run, version: string, change: Partial<PromoteInputs> = {}) {
    const inputs: PromoteInputs = {
      canary_version: version,
      stages: 'all',
      promote_immediately: false,
      operation: 'advance',
      'dry-run': false,
      ...change,
    }
    const planHash = inputs['plan-hash']
    if (planHash !== undefined) this.world.emit({ kind: 'given', process: process.name, planHash })
    return promote(inputs, this.config, this.ports(process, run))
  }

  freeze(process: Process, run: Run, version: string) {
    return freeze(freezeRequest(version), this.ports(process, run))
  }

  tick(process: Process, run: Run) {
    return tick(tickRequest(run), this.#tickPorts(process, run))
  }

  /** @param duration Milliseconds. */
  watch(process: Process, run: Run, duration: number, workflows: Workflows) {
    const request = { ...tickRequest(run), duration, successor: 'release-watch.yml' }
    return watch(request, { ...this.#tickPorts(process, run), workflows })
  }

  #tickPorts(process: Process, run: Run): TickPorts {
    const { traffic, metrics, start, ...own } = this.ports(process, run)
    const delivery = () => ({ traffic, metrics, start, mirror: this.#mirror(process, run) })
    return {
      ...own,
      connect: async () => {
        this.world.emit({ kind: 'anew', process: process.name })
        const notices = { channels: [], tried: new Set<string>(), log: own.log }
        return { config: this.config, delivery: delivery(), notices }
      },
    }
  }

  evidence(process: Process, run: Run, version: string) {
    const runUrl = `https://github.example/runs/${run.id}`
    const attachments = [{ name: 'import.log', path: 'import.log' }]
    const request = { version, jobs: new Map(), report: 'evidence', attachments, runUrl } as const
    return recordRelease({ ...request, 'dry-run': false }, this.config, this.ports(process, run))
  }

  finalize(
    process: Process,
    run: Run,
    version: string,
    jobs: ReadonlyMap<string, JobResult>,
    planHash?: string,
  ) {
    const runUrl = `https://github.example/runs/${run.id}`
    const request = { version, 'plan-hash': planHash, jobs, report: 'pipeline', runUrl } as const
    return recordRelease({ ...request, 'dry-run': false }, this.config, this.ports(process, run))
  }
}

const tickRequest = ({ id }: Run) => ({
  profile: '',
  runUrl: `https://github.example/runs/${id}`,
  dryRun: false,
})

export function freezeRequest(version: string): FreezeRequest {
  return {
    scope: SCOPE,
    version,
    buildType: 'stable',
    commit: 'c'.repeat(40),
    runUrl: 'https://github.example/runs/1',
    reason: 'errors: 2 %, wanted at most 1 %',
    gate: 'stage',
  }
}
