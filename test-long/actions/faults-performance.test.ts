import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { type Consumer, consumer } from '../../test/actions/consumer.ts'
import { config, result, run } from '../../test/actions/perf-regression-world.ts'
import type { Run } from '../../test/actions/run-action.ts'

// Each test starts processes.
jest.setTimeout(60_000)

type Inputs = Readonly<Record<string, string>>
type Values = readonly (number | null)[]

/** A result file with one metric, or with these. */
const file = (values: Values, metrics: object = {}) =>
  JSON.stringify({
    schema: 1,
    version: '1.0.0',
    metrics: { time: { unit: 'ms', direction: 'lower', values }, ...metrics },
  })
const ten = (value: number): Values => Array.from({ length: 10 }, () => value)
const around = (level: number): Values => Array.from({ length: 10 }, (_, i) => level + i / 10)

/** Compares two texts as files of the workspace. */
async function compare(before: string, after: string, inputs: Inputs = {}): Promise<Run> {
  await using at = await consumer(config)
  writeFileSync(join(at.workspace, 'before.json'), before)
  writeFileSync(join(at.workspace, 'after.json'), after)
  return await run(at, { 'baseline-file': 'before.json', 'current-file': 'after.json', ...inputs })
}

function expectUndecided(done: Run, reason: RegExp | string): void {
  expect([done.exit, done.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(done.outputs.reason).toMatch(reason)
  expect(done.outputs.has_regression).toBe('')
}

test('[PR-01] without a baseline nothing is judged, and that is no pass', async () => {
  await using at = await consumer(config)
  writeFileSync(join(at.workspace, 'after.json'), result('1.1.0', 100))
  const inputs = { 'baseline-file': 'none.json', 'current-file': 'after.json' }
  expectUndecided(await run(at, inputs), 'the file none.json does not exist')
})

test.each([0, 1, 2])('[PR-03] %i values are not enough', async (count) => {
  const few = file(around(100).slice(0, count))
  expectUndecided(await compare(few, file(around(100))), `${count} values on a side`)
  expectUndecided(await compare(file(around(100)), few), `${count} values on a side`)
})

test('[PR-04] values that are all equal are compared: no difference, or a difference of them all', async () => {
  const same = await compare(file(ten(100)), file(ten(100)))
  expect(same.outputs).toMatchObject({ verdict: 'pass', has_regression: 'false' })
  expect(same.outputs.regression_summary).toContain('time pass: 0 %')
  const slower = await compare(file(ten(100)), file(ten(200)))
  expect(slower.outputs).toMatchObject({ verdict: 'fail', has_regression: 'true' })
  expect(slower.outputs.reason).toContain('time: +100 %')
})

test.each([
  ['a hole', [null, ...around(100).slice(1)], 'time: 1 of 20 values are no numbers'],
  ['text', ['12', ...around(100).slice(1)], 'metrics.time.values.0'],
  ['nothing but zero', ten(0), 'time: the baseline is 0'],
  ['less than nothing', ten(-5), 'time: the baseline is 0'],
])('[PR-05] %s is no measurement, and the metric is named', async (_name, values, reason) => {
  const before = JSON.stringify({
    ...{ schema: 1, version: '1.0.0' },
    metrics: { time: { unit: 'ms', direction: 'lower', values } },
  })
  expectUndecided(await compare(before, file(around(100))), reason)
})

test('[PR-05] infinity is no measurement, and NaN is no JSON', async () => {
  const huge = file([1, 2, 3]).replace('[1,2,3]', '[1e999,2,3,4]')
  expectUndecided(await compare(huge, file(around(100))), 'metrics.time.values.0')
  const nan = file([1, 2, 3]).replace('[1,2,3]', '[NaN,2,3,4]')
  expectUndecided(
    await compare(nan, file(around(100))),
    'before.json is no performance result: it is no JSON',
  )
})

test('[C-11] JSON that would be read with a loss, or that is none, is no measurement', async () => {
  const good = file(around(100))
  const none = 'is no performance result: it is no JSON'
  const inner = (text: string) => good.replace('"unit":"ms"', `"unit":"ms",${text}`)
  for (const [text, reason] of [
    [inner('"unit":"s"'), 'before.json is no performance result: a key stands twice'],
    [inner('"\\u0075nit":"s"'), 'a key stands twice'],
    [file([]).replace('[]', '[1,2,3,9007199254740993]'), 'a whole number is beyond 2^53'],
    [inner('"__proto__":{"polluted":1}'), 'metrics.time'],
    [good.replace('"metrics":{', '"metrics":{"__proto__":{},'), 'or cannot be one'],
    [file([]).replace('[]', '['.repeat(10_000) + ']'.repeat(10_000)), 'metrics.time.values.0'],
    [`\ufeff${good}`, none],
    [good.replace('}}}', '},}}'), none],
  ] as const)
    expectUndecided(await compare(text, good), reason)
})

test('[C-11] texts that look like keys and large numbers are only texts', async () => {
  const unit = { unit: 's', direction: 'lower', values: [1e300, 0.1, 9007199254740991, -5e-324] }
  const odd = file(around(100), { 'a.b': { ...unit, values: [...unit.values, ...around(2)] } })
  const done = await compare(odd, odd)
  expect(done.outputs.reason).not.toContain('is no performance result')
})

interface Vector {
  readonly id: string
  readonly input: { readonly x: readonly number[]; readonly y: readonly number[] }
  readonly expected: { readonly p: number; readonly pGreater?: number }
}
const VECTORS = join(import.meta.dirname, '../../test/data/statistics/mannwhitney.json')

test.each([
  'mannwhitney/exact-ties/ties-5-5',
  'mannwhitney/exact-ties/heavyties-5-5',
  'mannwhitney/asymptotic/ties-30-30/greater',
])('[PR-08] the p of heavy ties is that of the oracle: %s', async (id) => {
  const all = JSON.parse(readFileSync(VECTORS, 'utf8')) as readonly Vector[]
  const vector = all.find((one) => one.id === id)
  // Ranks do not change when every value is 100 more.
  const [current, baseline] = [vector?.input.x, vector?.input.y].map((values = []) =>
    values.map((value) => value + 100),
  )
  const done = await compare(file(baseline ?? []), file(current ?? []))
  const oracle = vector?.expected.pGreater ?? vector?.expected.p ?? Number.NaN
  expect(done.outputs.regression_summary).toContain(`(p ${Number(oracle.toPrecision(2))})`)
})

test('[PR-09] one value a thousand times too large changes nothing', async () => {
  const [first = 0, ...others] = around(100)
  const done = await compare(file(around(100)), file([...others, Number(first) * 1000]))
  expect(done.outputs).toMatchObject({ verdict: 'pass', has_regression: 'false' })
})

const metric = (more: object) => ({ unit: 'ms', direction: 'lower', values: around(100), ...more })

test.each([
  ['without a unit', { unit: undefined }, 'metrics.other.unit'],
  ['without a direction', { direction: undefined }, 'metrics.other.direction'],
  ['in seconds where it was in milliseconds', { unit: 's' }, 'other: unit or direction differ'],
  ['in MiB where it was in bytes', { unit: 'MiB' }, 'other: unit or direction differ'],
  ['with the other direction', { direction: 'higher' }, 'other: unit or direction differ'],
])('[PR-14] a metric %s is not compared', async (_name, more, reason) => {
  const before = file(around(100), { other: metric({}) })
  expectUndecided(await compare(before, file(around(100), { other: metric(more) })), reason)
})

test('[PR-19] of two hundred metrics none is a regression by chance, and one that is one is found', async () => {
  const count = 199
  const shuffled = (seed: number) =>
    Array.from({ length: 20 }, (_, i) => 100 + ((i * 7 + seed * 13) % 20) / 10)
  const metrics = (seed: number, slow: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => {
        const values = shuffled(seed * i).map((value) => (i === slow ? value * 1.5 : value))
        return [`metric-${i}`, metric({ values })]
      }),
    )
  const steady = Array.from({ length: 20 }, (_, i) => 100 + i / 10)
  // By itself a regression, among two hundred metrics chance.
  const lucky = steady.map((value, i) => (i < 13 ? value + 30 : value - 1))
  const chance = await compare(file(steady, metrics(1, -1)), file(lucky, metrics(3, -1)))
  expect(chance.outputs).toMatchObject({ verdict: 'pass', has_regression: 'false' })
  const alone = await compare(file(steady), file(lucky))
  expect(alone.outputs.verdict).toBe('fail')
  const found = await compare(file(steady, metrics(1, -1)), file(steady, metrics(3, 77)))
  expect(found.outputs).toMatchObject({ verdict: 'fail', has_regression: 'true' })
  expect(found.outputs.reason).toMatch(/^metric-77: \+5\d/)
})

test('more metrics than can be read are refused', async () => {
  const many = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`m-${i}`, metric({})]))
  expectUndecided(
    await compare(file(around(100), many), file(around(100))),
    'more than 200 metrics',
  )
})

test('[C-15] a file outside the workspace, and what is no file, is not read', async () => {
  await using at = await consumer(config)
  writeFileSync(join(at.workspace, 'after.json'), result('1.1.0', 100))
  mkdirSync(join(at.workspace, 'folder'))
  execFileSync('mkfifo', [join(at.workspace, 'fifo')])
  execFileSync('ln', ['-s', '/etc/passwd', join(at.workspace, 'link.json')])
  const read = (path: string) => refused(at, path)
  for (const path of [
    '../../etc/passwd',
    '/etc/passwd',
    'link.json',
    'fifo',
    '/dev/zero',
    'folder',
  ])
    expect(await read(path)).toMatch(/is no file inside the workspace|does not exist/)
  writeFileSync(join(at.workspace, 'large.json'), Buffer.alloc(5_000_000, ' '))
  expect(await read('large.json')).toMatch(/^the file large\.json is larger than 4194304 bytes/)
})

async function refused(at: Consumer, path: string): Promise<string | undefined> {
  const done = await run(at, { 'baseline-file': path, 'current-file': 'after.json' })
  expect([done.exit, done.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(done.log + done.summary).not.toContain('root:')
  expect(done.seconds).toBeLessThan(20)
  return done.outputs.reason
}

test('[PR-15] a metric that is gone or renamed fails and is named, a new one is listed', async () => {
  const kept = { kept: { unit: 'ms', direction: 'lower', values: around(100) } }
  const old = { orders: { unit: 'ms', direction: 'lower', values: around(100) } }
  const renamed = { purchases: old.orders }
  const gone = 'orders: the current version does not have it'
  const removed = await compare(file(around(1), { ...kept, ...old }), file(around(1), kept))
  expect([removed.exit, removed.outputs.verdict]).toEqual([1, 'fail'])
  expect(removed.outputs).toMatchObject({ has_regression: 'true' })
  expect(removed.outputs.reason).toContain(gone)
  const other = await compare(file(around(1), old), file(around(1), renamed))
  expect([other.outputs.verdict, other.outputs.has_regression]).toEqual(['fail', 'true'])
  expect(other.outputs.reason).toContain(gone)
  expect(other.outputs.regression_summary).toContain('purchases new: the baseline does not have it')
  const more = await compare(file(around(1)), file(around(1), renamed))
  expect(more.outputs).toMatchObject({ verdict: 'pass', has_regression: 'false' })
  expect(more.outputs.regression_summary).toContain('purchases new: the baseline does not have it')
  expect(more.summary).toMatch(/\| new \| purchases \|/)
})
