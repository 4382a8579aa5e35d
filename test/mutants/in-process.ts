/** Actions in this process: their own `run.ts` with all adapters, on a clock that does not wait. */
import { besideConfig } from '../../src/actions/configured.ts'
import { Inputs as GateInputs } from '../../src/actions/observability-gate/inputs.ts'
import { Inputs as PerformanceInputs } from '../../src/actions/perf-regression/inputs.ts'
import { Inputs as PlanInputs } from '../../src/actions/plan/inputs.ts'
import { Inputs as SmokeInputs } from '../../src/actions/smoke-test/inputs.ts'
import { Inputs as PackageInputs } from '../../src/actions/verify-pypi/inputs.ts'
import { connect, type GitHub } from '../../src/adapters/github/connect.ts'
import type { Report, Runner } from '../../src/adapters/runner/action.ts'
import { readContext } from '../../src/adapters/runner/context.ts'
import { readInputs } from '../../src/adapters/runner/inputs.ts'
import { readConfig } from '../../src/app/read-config.ts'
import type { Config } from '../../src/domain/config/schema.ts'
import { Failure, failureLine } from '../../src/domain/failure.ts'
import { type Network, within } from './network.ts'

export type Texts = Readonly<Record<string, string>>

/** What one run ended with. */
export interface Outcome {
  readonly verdict: string
  readonly reason: string
  /** Everything that people and later steps read, one a line. */
  readonly shown: string
  /** Kept to spare the next run its parse. */
  readonly config: Config | undefined
}

type Started = (env: Texts, runner: Runner, known: Config | undefined) => Promise<Ended>
interface Ended {
  readonly report: Report<string>
  readonly config: Config | undefined
}

interface Common {
  readonly token: string
  readonly environment?: string | undefined
}

/** What is read of the same object is the same: mutants change answers, not inputs. */
function once<K extends object, V>(read: (from: K) => V): (from: K) => V {
  const known = new WeakMap<K, { readonly value: V }>()
  return (from) => {
    const found = known.get(from) ?? { value: read(from) }
    known.set(from, found)
    return found.value
  }
}

/** One action on the config of the default branch, or on one that is known already. */
function configured<I extends Common>(
  read: (env: Texts) => I,
  load: () => Promise<{
    run(inputs: I, config: Config, github: GitHub, runner: Runner): Promise<Report<string>>
  }>,
): Started {
  return async (env, runner, known) => {
    const inputs = read(env)
    if (known === undefined) {
      const { config, github, code } = await besideConfig(inputs, runner, load)
      return { report: await code.run(inputs, config, github, runner), config }
    }
    const github = connect(inputs.token, runner)
    return { report: await (await load()).run(inputs, known, github, runner), config: known }
  }
}

const readPerformance = once((env: Texts) => readInputs(PerformanceInputs, env))

const performance: Started = async (env, runner, known) => {
  const inputs = readPerformance(env)
  const { run } = await import('../../src/actions/perf-regression/run.ts')
  const github = connect(inputs.token, runner)
  let config = known
  const report = await run(inputs, runner, github, async () => {
    config ??= await readConfig(github.repository, inputs.environment ?? '')
    return config
  })
  return { report, config }
}

const actions = {
  'observability-gate': configured(
    once((env: Texts) => readInputs(GateInputs, env)),
    () => import('../../src/actions/observability-gate/run.ts'),
  ),
  'verify-pypi': configured(
    once((env: Texts) => readInputs(PackageInputs, env)),
    () => import('../../src/actions/verify-pypi/run.ts'),
  ),
  'smoke-test': configured(
    once((env: Texts) => readInputs(SmokeInputs, env)),
    () => import('../../src/actions/smoke-test/run.ts'),
  ),
  plan: configured(
    once((env: Texts) => readInputs(PlanInputs, env)),
    () => import('../../src/actions/plan/run.ts'),
  ),
  'perf-regression': performance,
} as const

export type ActionName = keyof typeof actions

export interface Act {
  readonly action: ActionName
  readonly inputs: Texts
  /** Environment of the runner. */
  readonly env: Texts
  /** When the run begins, milliseconds since 1970. */
  readonly at: number
}

/** Run an action on this network. Never throws: what an action throws is its reason, as the real entry has it. */
export async function act(
  { action, inputs, env, at }: Act,
  network: Network,
  known?: Config,
): Promise<Outcome> {
  try {
    const work = () => actions[action](givenBy(inputs), runnerOf(env, at), known)
    const { report, config } = await within(network, work)
    const { verdict, reason, evidence } = report.verdict
    const outputs = Object.entries(report.outputs ?? {}).map(([k, v]) => `${k}=${v}`)
    const found = evidence.map((e) => `${e.name}: ${e.answer} (${e.limit})`)
    const shown = [reason, ...found, ...outputs, ...(report.summary ?? [])].join('\n')
    return { verdict, reason, shown, config }
  } catch (error) {
    const reason = error instanceof Failure ? failureLine(error) : `unexpected: ${String(error)}`
    return { verdict: 'inconclusive', reason, shown: reason, config: undefined }
  }
}

/** Inputs as the runner hands them over. */
const givenBy = once((inputs: Texts): Texts => {
  const given = Object.entries(inputs).map(([k, v]) => [`INPUT_${k.toUpperCase()}`, v] as const)
  return Object.fromEntries(given)
})

const contextOf = once((env: Texts) => readContext(env))

function runnerOf(env: Texts, at: number): Runner {
  let now = at
  const quiet = () => {}
  return {
    context: contextOf(env),
    log: { info: quiet, warning: quiet, error: quiet },
    clock: {
      now: () => new Date(now),
      async sleep(ms) {
        now += ms
      },
    },
    signal: new AbortController().signal,
    mask: quiet,
  }
}
