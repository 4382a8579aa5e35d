import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { json, text } from 'node:stream/consumers'
import { beforeAll, expect, test } from '@jest/globals'
import { filesIn, textOf } from '../../scripts/files.ts'
import { missingParts } from '../../scripts/test/parts.ts'
import { loadConfig } from '../../src/domain/config/load.ts'
import { judgeObjective } from '../../src/domain/judging/judge-objective.ts'
import type { Objective } from '../../src/domain/judging/objective.ts'
import { Entry } from '../../src/domain/ledger/entry.ts'
import { objectiveBlocks } from '../../src/domain/observability/objective-blocks.ts'
import { compareResults } from '../../src/domain/performance/compare.ts'
import { performanceBlocks } from '../../src/domain/performance/report.ts'
import { ResultFile } from '../../src/domain/performance/result-file.ts'
import { comparisonBlocks } from '../../src/domain/report/comparison.ts'
import { planReport } from '../../src/domain/report/plan.ts'
import { rolloutBlocks } from '../../src/domain/report/rollout.ts'
import { Plan } from '../../src/domain/rollout/plan.ts'

const home = resolve(import.meta.dirname, '../..')
const tools = JSON.parse(process.env.RELEASE_ACTIONS_TOOLS ?? '{}') as { chromium?: string }
const script = join(home, '.tools/mermaid-check/render.mjs')
const HASH = `sha256:${'0'.repeat(64)}`

/** What people see of a picture. */
interface Drawn {
  readonly error?: string
  readonly bars: number
  readonly colours: readonly string[]
  /** Points of each line. */
  readonly line: readonly number[]
  readonly tasks: number
  readonly nodes: number
  readonly texts: readonly string[]
}

const planOf = (weights: readonly number[]) =>
  Plan.parse({
    ...{ schema: 1, product: 'checkout', channel: 'stable', version: '1.1.0', baseline: '1.0.0' },
    ...{ commit: 'c'.repeat(40), strategy: 'canary', profile: '', interval: 30_000 },
    ...{ objectives: [], artefacts: [], desktopRolloutPercentage: 100 },
    stages: weights.map((weight, i) => ({ weight, bake: 600_000 * (i + 1), minRequests: 0 })),
  })

/** The shifts of a rollout as the ledger has them; -1 is the way back. */
const shifts = (stages: readonly number[]) =>
  stages.map((stage, i) =>
    Entry.parse({
      ...{ schema: 1, id: `1.1.${i}`, seq: i + 2, previous: HASH, time: '2026-01-01T00:00:00Z' },
      release: { product: 'checkout', channel: 'stable', version: '1.1.0' },
      ...{ planHash: HASH, actor: 'alice', run: { id: 1, attempt: 1 }, suite: '', signature: null },
      kind: 'intent',
      payload: { effect: 'shift', stage, reason: 'next stage', from: {}, to: {} },
    }),
  )

/** The first stage was compared, and ended so. */
function comparedWith(names: readonly string[]): Entry {
  const [shift] = shifts([0])
  const findings = names.map((name, i) => ({
    ...{ name, kind: 'gauge', baseline: 100, canary: 90 + 20 * i, ratio: 0.9 + 0.2 * i },
    ...{ low: 0.5, high: null, n: 500, looks: 9 },
  }))
  const base = { gate: 'stage', stage: 0, verdict: 'pass', reason: '', breach: 'none' }
  const evidence = { name: 'comparison', verdict: 'pass', question: '', answer: '', limit: '' }
  const payload = { ...base, evidence: [{ ...evidence, findings }] }
  return Entry.parse({ ...shift, kind: 'verdict', payload })
}

function results(names: readonly string[], level: (index: number) => number) {
  const metric = (name: string, index: number) => {
    const values = Array.from({ length: 10 }, (_, i) => level(index) + i / 10)
    return [name, { unit: 'ms', direction: 'lower', values }] as const
  }
  const metrics = Object.fromEntries(names.map(metric))
  return ResultFile.parse({ schema: 1, version: '1.0.0', metrics })
}

const STAGES = [10, 25, 50, 100]
const TWENTY = Array.from({ length: 20 }, (_, i) => (i + 1) * 5)
const LONG = [...'ab'].map((last) => 'a'.repeat(63) + last)
const versions = { baseline: '1.0.0', current: '1.1.0' }
const config = loadConfig('product: checkout\nobjectives: none\n', '')

const planned = (weights: readonly number[]) => {
  const plan = { plan: planOf(weights), planHash: HASH, issue: 1 }
  return planReport({ ...plan, liftedBy: undefined, resumed: false, entries: [] }, config, false)
    .summary
}
const compared = (names: readonly string[]) => {
  const [a, b] = [results(names, () => 100), results(names, (i) => 90 + 20 * i)]
  return performanceBlocks(compareResults(a, b, { threshold: 0.15, alpha: 0.01 }), versions)
}

/** Two objectives with upper limits, one of them beside its baseline, far beyond; and one with a lower limit. */
const judged = () => {
  const base: Objective = {
    ...{ name: 'error-rate', metric: 'error-rate', query: null, unit: 'ratio', limit: 0.01 },
    ...{ direction: 'at-most', onBreach: 'rollback', minSamples: 10 },
  }
  const objectives: readonly Objective[] = [
    base,
    { ...base, name: 'error-rate-beside', versus: 'baseline', limit: 0.1 },
    { ...base, name: 'success-rate', metric: 'success-rate', direction: 'at-least', limit: 0.95 },
  ]
  const baseline = { value: 0.002, samples: 1000 }
  const evidence = objectives.map((one) => {
    const seen = { samples: 1000, question: 'q', value: one.limit > 0.9 ? 0.99 : 0.05 }
    return judgeObjective(one, one.versus === undefined ? seen : { ...seen, baseline })
  })
  return objectiveBlocks(objectives, evidence)
}

const emitted: Readonly<Record<string, readonly string[]>> = {
  'plan-direct': planned([100]),
  'plan-canary': planned(STAGES),
  'plan-twenty': planned(TWENTY),
  'rollout-direct': rolloutBlocks(planOf([100]), shifts([0])),
  'rollout-canary': rolloutBlocks(planOf(STAGES), shifts([0, 1, 2, 3])),
  'rollout-stopped': rolloutBlocks(planOf(STAGES), shifts([0, 0, -1])),
  'rollout-twenty': rolloutBlocks(planOf(TWENTY), shifts([...TWENTY.keys()])),
  'objectives-upper': judged().slice(0, 1),
  'objectives-lower': judged().slice(1, 2),
  'compared-one': comparisonBlocks(planOf(STAGES), [comparedWith(['latency'])]),
  'compared-long': comparisonBlocks(planOf(STAGES), [comparedWith(LONG)]),
  'performance-one': compared(['startup_time']),
  'performance-long': compared(LONG),
  'performance-twenty': compared(TWENTY.map((n) => `latency_p95_of_route_${n}`)),
}

const picturesIn = (markdown: string) =>
  [...markdown.matchAll(/^```mermaid\n([\s\S]*?)^```/gm)].map(([, picture = '']) => picture)

const pages = filesIn(home, '*.md', 'docs/**/*.md', 'actions/*/README.md', 'examples/*/README.md')
const shown = pages.flatMap((page) =>
  picturesIn(textOf(home, page) ?? '').map((picture, i) => {
    return [`${page.replaceAll('/', '-')}-${i + 1}`, picture] as const
  }),
)
const pictures = {
  ...Object.fromEntries(
    Object.entries(emitted).map(([name, blocks]) => [
      name,
      picturesIn(blocks.join('\n\n')).join(''),
    ]),
  ),
  ...Object.fromEntries(shown),
}

let drawn: Readonly<Record<string, Drawn>> = {}

/** All in one browser, whose clock is a quarter of an hour off every full hour. */
beforeAll(async () => {
  if (tools.chromium === undefined) return
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'pipe'] })
  const folder = join(home, '.sandbox/mermaid')
  const asked = { browser: tools.chromium, timezone: 'Asia/Kathmandu', folder, pictures }
  child.stdin.end(JSON.stringify(asked))
  const [said, answer] = [text(child.stderr), json(child.stdout)]
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0) throw new Error(await said)
  drawn = (await answer) as Record<string, Drawn>
}, 120_000)

if (tools.chromium === undefined)
  test('without a browser the run says that the pictures were not drawn', () => {
    expect(missingParts(process.env, 'test:long').join()).toContain('chromium')
  })
else {
  test('every picture of summaries and pages is drawn, and lies there for people', () => {
    expect(Object.entries(drawn).filter(([, { error }]) => error !== undefined)).toEqual([])
    expect(Object.keys(drawn)).toEqual(Object.keys(pictures))
    for (const name of Object.keys(pictures))
      expect(existsSync(join(home, '.sandbox/mermaid', `${name}.png`))).toBe(true)
  })

  test.each([
    ['plan-direct', [100]],
    ['plan-canary', STAGES],
    ['plan-twenty', TWENTY],
  ])('%s has a bar for each stage, and its axis begins at zero in every zone', (name, stages) => {
    const { tasks, texts = [] } = drawn[name] ?? {}
    expect(tasks).toBe(stages.length)
    expect(texts).toEqual(expect.arrayContaining(stages.map((weight) => `${weight} percent`)))
    expect(texts[0]).toBe('00:00:00')
  })

  test.each([
    ['rollout-direct', 1],
    ['rollout-canary', 4],
    ['rollout-stopped', 3],
    ['rollout-twenty', 20],
  ])('%s has a bar that can be seen for each shift', (name, shifted) => {
    expect(drawn[name]).toMatchObject({ bars: shifted, colours: ['#2f6feb'], line: [] })
    expect(drawn[name]?.texts).toContain(String(shifted))
  })

  test.each([
    ['performance-one', ['startup_time']],
    ['performance-long', ['a'.repeat(26), 'a'.repeat(26)].map((name, i) => `${name}… (${i + 1})`)],
    ['performance-twenty', TWENTY.map((n) => `latency_p95_of_route_${n}`)],
  ])('%s has a named bar for each metric, and the baseline across them', (name, metrics) => {
    const { length } = metrics
    expect(drawn[name]).toMatchObject({ bars: length, colours: ['#2f6feb'], line: [length] })
    expect(drawn[name]?.texts).toEqual(expect.arrayContaining([...metrics]))
  })

  test.each([
    ['objectives-upper', ['error-rate', 'error-rate-beside', 'error-rate-beside baseline']],
    ['objectives-lower', ['success-rate']],
  ])('%s has a named bar for each value and baseline, and the limit across them', (name, bars) => {
    const { length } = bars
    expect(drawn[name]).toMatchObject({ bars: length, colours: ['#2f6feb'], line: [length] })
    expect(drawn[name]?.texts).toEqual(expect.arrayContaining([...bars]))
  })

  test('the pages show every job of the pipeline, every layer and every state', () => {
    const nodes = Object.fromEntries(shown.map(([name]) => [name, drawn[name]?.nodes]))
    expect(nodes).toEqual({
      'README.md-1': 10,
      'docs-architecture.md-1': 5,
      'docs-reference-state-machine.md-1': 27,
    })
  })
}
