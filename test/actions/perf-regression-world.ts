import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { type Consumer, consumer, withChecksums } from './consumer.ts'
import { type Run, runAction } from './run-action.ts'

/** A consumer that measures with `bench.mjs`. */
export const config = `product: checkout
objectives: none
artefacts:
  - kind: release-asset
    name: checkout-{version}.txt
    checksums: SHA256SUMS
performance:
  command: [node, bench.mjs, '{asset}', '{version}']
  asset: checkout-{version}.txt
  warm-up: 1
  iterations: 6
  timeout: 20s
`

/** Prints what the asset says plus a little more each time, and notes who ran. */
const BENCH = `
import { appendFileSync, readFileSync } from 'node:fs'
const [asset, version] = process.argv.slice(2)
const [time, throughput] = readFileSync(asset, 'utf8').trim().split(' ').map(Number)
appendFileSync('runs.txt', version + '\\n')
const noise = readFileSync('runs.txt', 'utf8').length / 1000
if (Number.isNaN(time)) { console.error('the service does not start'); process.exit(2) }
console.log('measuring ' + version)
console.log(JSON.stringify({ metrics: {
  startup_time: { unit: 'ms', direction: 'lower', value: time + noise },
  throughput: { unit: 'ops/s', direction: 'higher', value: throughput - noise },
} }))
`

const defaults = {
  phase: 'compare',
  regression_threshold: '15',
  alpha: '0.01',
  'create-issue': 'true',
  'dry-run': 'false',
}
export const versions = { current_version: '1.1.0', baseline_version: 'v1.0.0' }

const values = (level: number, n = 10) => Array.from({ length: n }, (_, i) => level + i / 10)
/** A result file: `n` values from `level` up. */
export const result = (version: string, level: number, n = 10) =>
  JSON.stringify({
    schema: 1,
    version,
    metrics: { time: { unit: 'ms', direction: 'lower', values: values(level, n) } },
  })

/** Run the action in the consumer's checkout. */
export async function run(
  at: Consumer,
  inputs: Readonly<Record<string, string>>,
  env = {},
): Promise<Run> {
  const token = at.token({ contents: 'write', issues: 'write' })
  const done = await runAction('perf-regression', {
    github: at.github.url,
    inputs: { ...defaults, token, ...inputs },
    env: { GITHUB_WORKSPACE: at.workspace, GITHUB_SERVER_URL: 'http://github.localhost', ...env },
  })
  expect(at.github.violations).toEqual([])
  return done
}

/** Two releases whose assets say how fast they are; the command of the config is `bench`. */
export async function measurable(before: string, after: string, bench = BENCH): Promise<Consumer> {
  const at = await consumer(config)
  writeFileSync(join(at.workspace, 'bench.mjs'), bench)
  writeFileSync(join(at.workspace, 'runs.txt'), '')
  await at.release('v1.0.0', withChecksums({ 'checkout-1.0.0.txt': before }), true)
  await at.release('v1.1.0', withChecksums({ 'checkout-1.1.0.txt': after }))
  return at
}

/** Versions in the order they were run. */
export function runsOf(at: Consumer): string[] {
  const text = readFileSync(join(at.workspace, 'runs.txt'), 'utf8').trim()
  return text === '' ? [] : text.split('\n')
}
