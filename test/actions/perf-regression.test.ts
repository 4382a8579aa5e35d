import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { consumer } from './consumer.ts'
import { config, result, run, versions } from './perf-regression-world.ts'
import type { Run } from './run-action.ts'

// Each test starts a process.
jest.setTimeout(60_000)

/** Compare two files by their text. */
async function compare(before: string, after: string, inputs = {}): Promise<Run> {
  await using at = await consumer(config)
  writeFileSync(join(at.workspace, 'before.json'), before)
  writeFileSync(join(at.workspace, 'after.json'), after)
  const files = { 'baseline-file': 'before.json', 'current-file': 'after.json' }
  const done = await run(at, { ...files, ...inputs })
  expect(at.github.requests).toEqual([])
  return done
}

test('two files: a change within the threshold passes', async () => {
  const done = await compare(result('1.0.0', 100), result('1.1.0', 110), versions)
  expect(done.exit).toBe(0)
  expect(done.outputs).toMatchObject({
    verdict: 'pass',
    has_regression: 'false',
    regression_summary: '1.1.0 against 1.0.0: time pass: +9.96 % (p 0.0000054)',
    issue_number: '',
  })
  expect(done.summary).toContain('xychart-beta')
})

test('two files: a regression fails, and the summary shows it', async () => {
  const done = await compare(result('1.0.0', 100), result('1.1.0', 120))
  expect(done.exit).toBe(1)
  expect(done.outputs).toMatchObject({
    verdict: 'fail',
    has_regression: 'true',
    reason: 'time: +19.91 % (p 0.0000054), wanted at most 15 % more',
  })
  expect(done.summary).toContain('🔴 fail')
})

test.each([
  ['25', 'pass', 'lets real regressions pass'],
  ['25%', 'pass', 'lets real regressions pass'],
  ['9', 'fail', 'may call noise a regression'],
])('a threshold of %s decides and is noticed', async (threshold, verdict, notice) => {
  const inputs = { regression_threshold: threshold }
  const done = await compare(result('1.0.0', 100), result('1.1.0', 120), inputs)
  expect(done.outputs.verdict).toBe(verdict)
  expect(done.log).toContain(`::warning::a threshold of ${Number.parseInt(threshold, 10)} %25`)
  expect(done.summary).toContain(notice)
})

test.each([
  ['few values', result('1.0.0', 100, 3), result('1.1.0', 100), '3 values on a side'],
  [
    'a baseline of 0',
    result('1.0.0', 100).replace(/\[.*\]/, '[0,0,0,0,0,0]'),
    result('1.1.0', 100),
    'the baseline is 0',
  ],
  [
    'no metrics',
    '{"schema":1,"version":"1.0.0","metrics":{}}',
    result('1.1.0', 100),
    'nothing was judged',
  ],
  ['nothing', '', result('1.1.0', 100), 'before.json is no performance result: it is no JSON'],
  [
    'a page',
    '<html>::error::x</html>',
    result('1.1.0', 100),
    'before.json is no performance result',
  ],
  [
    'another version',
    result('0.9.0', 100),
    result('1.1.0', 100),
    'the baseline file is of 0.9.0, not of 1.0.0',
  ],
])('%s decides nothing', async (_name, before, after, reason) => {
  const done = await compare(before, after, versions)
  expect(done.exit).toBe(1)
  expect(done.outputs).toMatchObject({
    verdict: 'inconclusive',
    has_regression: '',
    reason: expect.stringContaining(reason),
  })
})

test('files outside the workspace are not read', async () => {
  await using at = await consumer(config)
  writeFileSync(join(at.workspace, '..', 'secret.json'), result('1.0.0', 100))
  writeFileSync(join(at.workspace, 'after.json'), result('1.1.0', 100))
  symlinkSync('../secret.json', join(at.workspace, 'link.json'))
  mkdirSync(join(at.workspace, 'folder'))
  for (const path of ['../secret.json', 'link.json', '/dev/zero', 'folder', 'none.json']) {
    const done = await run(at, { 'baseline-file': path, 'current-file': 'after.json' })
    expect(done.outputs).toMatchObject({
      verdict: 'inconclusive',
      reason: expect.stringMatching(/is no file inside the workspace|does not exist/),
    })
  }
})
