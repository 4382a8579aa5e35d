/** A release that its clock moves on, and ticks at any time. */
import { join } from 'node:path'
import { type Inputs, type ReleaseWorld, releaseWorld, type WorldOptions } from './release-world.ts'
import type { Run } from './run-action.ts'

/** Makes the clock of an action wrong, by `CLOCK_OFF_MS`. */
export const SHIM = `--import=${join(import.meta.dirname, 'clock-shim.mjs')}`
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

export interface TickOptions extends WorldOptions {
  /** Config of the clock; `external` unless given. */
  readonly clock?: string
  /** Config of the metrics; the built-in prober unless given. */
  readonly metrics?: string
}

/** Stages of an hour, judged by five requests a look. */
export function tickWorld({
  clock = '{ kind: external }',
  metrics = '{ provider: prober, path: /orders, requests-per-look: 5 }',
  more = '',
  ...options
}: TickOptions = {}): Promise<ReleaseWorld> {
  return releaseWorld({
    stages: '[{ weight: 10%, bake: 1h }, { weight: 100%, bake: 1h }]',
    objectives:
      '[{ name: error-rate, metric: error-rate, unit: ratio, limit: 1%, min-samples: 5 }]',
    ...options,
    more: `clock: ${clock}\nmetrics: ${metrics}\n${more}`,
  })
}

/** A tick by cron, so long after the real time, here and at GitHub. */
export function tickAt(world: ReleaseWorld, after: number, inputs: Inputs = {}): Promise<Run> {
  world.setTime(after)
  const env = {
    NODE_OPTIONS: SHIM,
    CLOCK_OFF_MS: String(after),
    ...{ GITHUB_EVENT_NAME: 'schedule', GITHUB_RUN_ID: '9' },
  }
  return world.run('release-tick', inputs, { env })
}

/** `canary-promote` by a person. */
export function promote(
  world: ReleaseWorld,
  inputs: Inputs = {},
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const all = { stages: 'all', promote_immediately: 'false', operation: 'advance' }
  return world.run('canary-promote', { canary_version: '1.1.0', ...all, ...inputs }, { env })
}

/** The end of the pipeline. @param validation Result of the job that looks at all of the traffic. */
export function record(
  world: ReleaseWorld,
  planHash: string,
  validation: 'skipped' | 'success' = 'skipped',
): Promise<Run> {
  const jobs = `deploy-release=success\npost-deployment-validation=${validation}\n`
  const inputs = { version: '1.1.0', 'plan-hash': planHash, report: 'pipeline', jobs }
  return world.run('release-record', inputs)
}
