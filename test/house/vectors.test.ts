import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runCommand } from '../../scripts/command.ts'
import { home, tree } from './tree.ts'

const conformance = (...args: string[]) =>
  runCommand(process.execPath, [join(home, 'scripts/conformance.ts'), ...args], { cwd: home })

const good = {
  id: 'ks/good',
  fn: 'ks2',
  input: { x: [1, 2], y: [3, 4], method: 'exact' },
  expected: { D: 1, p: 1 / 3 },
  relTol: 1e-7,
}

test('the table says that every row of the known files passed, and names what it does not know', async () => {
  const { code, stdout, stderr } = await conformance('test/data/statistics')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^file +rows +passed +failed\nbootstrap\.json +5 +5 +none\n/)
  expect(stdout).toContain('\nnot known: distributions.json\n')
  expect(stdout).toMatch(/\n10 files, 230 rows, 230 passed, 0 failed\n$/)
})

test('a wrong row, one that cannot be read and a broken file fail by name, also in a folder below', async () => {
  const folder = tree({
    'ks.json': JSON.stringify([
      good,
      { ...good, id: 'ks/wrong', expected: { D: 1, p: 0.3 } },
      { ...good, id: 'ks/empty', input: { ...good.input, x: [] } },
      { ...good, id: 'ks/function', fn: 'ks3' },
      { ...good, id: 'ks/figure', expected: { D: 1, q: 0 } },
      { ...good, id: 'ks/nothing', expected: {} },
      { ...good, id: 'ks/loose', relTol: 9 },
      'text',
    ]),
    'below/ttest.json': '[{"id": ',
    'below/special.json': '[]',
    'below/other.json': '{"a": 1}',
  })
  const { code, stdout } = await conformance(folder)
  expect(code).toBe(1)
  const lines = stdout.trimEnd().split('\n')
  expect(lines).toContain('ks.json: ks/wrong: p is 0.3333333333333333, not 0.3')
  expect(lines).toContain('ks.json: ks/empty: its input cannot be read')
  expect(lines).toContain('ks.json: ks/function: no function "ks3"')
  expect(lines).toContain('ks.json: ks/figure: q is expected and not known')
  expect(lines).toContain('ks.json: ks/nothing: expects nothing')
  expect(lines).toContain('ks.json: ks/loose: cannot be read as {id, fn, input, expected, relTol}')
  expect(lines).toContain('ks.json: row 8: cannot be read as {id, fn, input, expected, relTol}')
  expect(lines).toContain('below/ttest.json: the file: cannot be read as JSON')
  expect(lines).toContain('below/special.json: the file: holds no row')
  expect(lines).toContain('not known: below/other.json')
  expect(lines.at(-1)).toBe('3 files, 8 rows, 1 passed, 9 failed')
})

test('tables of other judges are known too, their rows by name, and a row that none can read fails', async () => {
  const all = await conformance('test/data/judges')
  expect(all.code).toBe(0)
  expect(all.stdout).toMatch(/\n7 files, 70 rows, 70 passed, 0 failed\n$/)
  const row = { criteria: '<=+10%', operator: '<=', value: '10', percentage: 'true' }
  const truth = { comparison: 'true', increase: 'true', error: null }
  const folder = tree({
    'kayenta-scorer.json': JSON.stringify([{ name: 'a scorer', metrics: [] }]),
    'keptn-criteria.json': JSON.stringify([
      { ...row, ...truth },
      { ...row, ...truth, criteria: '<=10%', operator: '<' },
      { criteria: '<<5', error: 'refused' },
      { criteria: '<5', error: 'refused' },
    ]),
    'rollout.json': '{}',
  })
  const { code, stdout } = await conformance(folder)
  expect(code).toBe(1)
  const lines = stdout.trimEnd().split('\n')
  expect(lines).toContain(
    'kayenta-scorer.json: a scorer: cannot be read as {groupWeights, metrics, expectedSummaryScore}',
  )
  expect(lines).toContain('keptn-criteria.json: <=10%: operator is <=, not <')
  expect(lines).toContain('keptn-criteria.json: <5: is read, not refused')
  expect(lines).toContain('not known: rollout.json')
  expect(lines.at(-1)).toBe('2 files, 5 rows, 2 passed, 3 failed')
})

test('what cannot be known is no number, and no line of a file reaches the terminal raw', async () => {
  const folder = tree({
    'descriptive.json': JSON.stringify([
      { id: 'one', fn: 'describe', input: { x: [5] }, expected: { 'sd_n-1': null }, relTol: 1e-9 },
      {
        id: 'two\u001b[2J\n',
        fn: 'describe',
        input: { x: [5] },
        expected: { mean: null },
        relTol: 1e-9,
      },
    ]),
  })
  const { code, stdout } = await conformance(folder)
  expect(code).toBe(1)
  expect(stdout).toContain('two�[2J�: mean is 5, not null\n')
  expect(stdout).toMatch(/\n1 files, 2 rows, 1 passed, 1 failed\n$/)
})

test('without a folder, or without a vector file in it, nothing is green', async () => {
  const remedy = 'name one folder of vector files: npm run conformance -- DIR\n'
  for (const args of [[], ['no/such/folder'], ['package.json'], ['test', 'src']])
    expect(await conformance(...args)).toEqual({ code: 1, stdout: '', stderr: remedy })
  const empty = await conformance(tree({ 'note.txt': 'hello' }))
  expect(empty.code).toBe(1)
  expect(empty.stderr).toBe('there is no JSON file to check: name a folder of vectors\n')
})
