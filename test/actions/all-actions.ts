import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parse } from 'yaml'
import { type Run, type RunOptions, runAction } from './run-action.ts'

const ROOT = resolve(import.meta.dirname, '../..')

type Values = Readonly<Record<string, string>>

interface ActionFile {
  readonly inputs: Readonly<Record<string, { required?: boolean; default?: string }>>
  readonly outputs: Readonly<Record<string, unknown>>
  readonly runs: { readonly using: string }
}

/** One JavaScript action of the suite, as its action.yml has it. */
export interface Action {
  readonly name: string
  readonly inputs: readonly string[]
  readonly required: readonly string[]
  readonly outputs: readonly string[]
  /** Inputs that are all right: they reach GitHub. */
  readonly good: Values
  /** Inputs for which any line of text is legal. */
  readonly text: readonly string[]
}

export const SECRET = 'ghs_notForAnyLog'

const PLAN_HASH = `sha256:${'0'.repeat(64)}`
const JOBS = 'deploy-release=success'

/** Per action what its required inputs may be; the rest has its default. */
const GOOD: Readonly<Record<string, Values>> = {
  plan: { release_version: '1.1.0' },
  'attest-release-record': { version: '1.1.0' },
  'auto-freeze-issue': { version: '1.1.0', reason: 'too slow' },
  'canary-promote': { canary_version: '1.1.0' },
  'observability-gate': { version: '1.1.0' },
  'perf-regression': { phase: 'prepare', baseline_version: '1.0.0' },
  'publish-rollout-metadata': { version: '1.1.0', 'plan-hash': PLAN_HASH, decision: 'go' },
  'release-record': { version: '1.1.0', jobs: JOBS },
  'release-tick': {},
  'release-rollback': {
    operation: 'validate',
    rollback_version: '1.0.0',
    rollback_reason: 'complaints',
  },
  'smoke-test': { version_to_test: '1.1.0', suite: 'basic' },
  'verify-assets': { version_to_verify: '1.1.0' },
  'verify-pypi': { version: '1.1.0' },
}

/** What is wrong with them shows when somebody is told, and costs a warning. */
const NOTICES = ['slack-webhook-url', 'grafana-api-key']
const REGISTRY = ['registry-username', 'registry-password']
const ROLES = 'roles-token'

/** What a person writes in own words, what names a thing outside, and secrets; the config says what a version is. */
const TEXT: Readonly<Record<string, readonly string[]>> = {
  'auto-freeze-issue': ['build-type', 'gate', 'reason', ROLES, ...NOTICES],
  'canary-promote': ['reason', ROLES, ...NOTICES],
  'observability-gate': ['sentry-auth-token', 'sentry-release'],
  'perf-regression': ['baseline-file', 'current-file'],
  plan: [ROLES, ...REGISTRY],
  'release-record': ['expected-skips', ...NOTICES],
  'release-tick': [ROLES, ...NOTICES],
  'release-rollback': ['rollback_reason', ROLES, ...NOTICES],
  'smoke-test': ['expect-os', 'pypi-api-token'],
  'verify-assets': ['version_to_verify', ...REGISTRY],
}

/** Every JavaScript action there is. */
export function allActions(): readonly Action[] {
  const files = ['action.yml', ...globSync('actions/*/action.yml', { cwd: ROOT }).sort()]
  return files.flatMap((file) => {
    const { inputs, outputs, runs } = parse(readFileSync(join(ROOT, file), 'utf8')) as ActionFile
    if (runs.using !== 'node24') return []
    const name = file === 'action.yml' ? 'plan' : basename(dirname(file))
    const own = GOOD[name]
    if (own === undefined) throw new Error(`all-actions.ts has no good inputs for ${name}`)
    const fields = Object.entries(inputs)
    const standard = fields.map(([key, field]) => [key, field.default ?? ''] as const)
    return [
      {
        name,
        inputs: Object.keys(inputs),
        required: fields.filter(([, field]) => field.required === true).map(([key]) => key),
        outputs: Object.keys(outputs),
        good: { ...Object.fromEntries(standard), ...own, token: SECRET },
        text: [...(TEXT[name] ?? []), 'token'],
      },
    ]
  })
}

/** What stands for every run that decided nothing, whatever the reason; empty when all is well. */
export function complaints({ outputs }: Action, run: Run): readonly string[] {
  const log = run.log.split('\n')
  const shown = log.filter((line) => !line.startsWith('::add-mask::'))
  const found: readonly (readonly [string, boolean])[] = [
    [`exit ${run.exit}`, run.exit !== 1],
    [`verdict ${run.outputs.verdict}`, run.outputs.verdict !== 'inconclusive'],
    ['an output is not written', outputs.some((name) => run.outputs[name] === undefined)],
    ['a stack trace', log.some((line) => /^\s+at /.test(line))],
    ['a retired command', log.some((line) => line.startsWith('::set-output'))],
    ['a secret', (shown.join('\n') + run.summary).includes(SECRET)],
    ['not one error', log.filter((line) => line.startsWith('::error::')).length !== 1],
    ['a command was run', /uid=\d/.test(run.log + run.summary + JSON.stringify(run.outputs))],
    ['a line break in the reason', (run.outputs.reason ?? '').includes('\n')],
  ]
  return found.filter(([, bad]) => bad).map(([what]) => what)
}

const AT_ONCE = 3

/** Run each row, three processes at a time. */
export async function runAll<T extends { readonly action: Action; readonly options: RunOptions }>(
  rows: readonly T[],
): Promise<readonly (T & { readonly run: Run })[]> {
  const done: (T & { readonly run: Run })[] = []
  const left = rows.values()
  const work = async () => {
    for (const row of left)
      done.push({ ...row, run: await runAction(row.action.name, row.options) })
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return done
}
