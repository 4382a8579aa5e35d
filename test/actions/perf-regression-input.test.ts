import { expect, jest, test } from '@jest/globals'
import { badRounds, expectLongRefused, expectRefused } from './bad-input.ts'
import { runAction } from './run-action.ts'
import { serve } from './server.ts'

// Each test starts a process.
jest.setTimeout(60_000)

const inputs = {
  phase: 'compare',
  'baseline-file': 'a.json',
  'current-file': 'b.json',
  regression_threshold: '15',
  alpha: '0.01',
  'create-issue': 'true',
}

const bad = {
  phase: ['', '$(id)', 'report'],
  current_version: ['$(id)', '1.2', 'latest'],
  baseline_version: ['$(id)', '1.2', 'latest'],
  'baseline-file': ['a'.repeat(1025)],
  'current-file': ['a'.repeat(1025)],
  regression_threshold: ['', '0', '101', '15 %', '15ms', '-1', '1e1', 'NaN'],
  alpha: ['', '0', '0.5', '1%'],
  'create-issue': ['', 'yes', '1'],
  environment: ['$(id)', 'Staging'],
  token: [''],
  'dry-run': ['$(id)', 'yes'],
}

test.each(badRounds(bad))('refuses bad inputs in one line, round %s', async (_round, values) => {
  await expectRefused('perf-regression', inputs, values)
})

test.each(Object.keys(bad))('refuses 131,000 bytes as %s', async (name) => {
  await expectLongRefused('perf-regression', inputs, name)
})

test.each([
  ['compare', {}, ['baseline-file', 'current-file']],
  ['compare', { 'baseline-file': 'a.json' }, ['current-file']],
  ['prepare', {}, ['baseline_version']],
  ['measure', {}, ['current_version', 'baseline_version']],
  ['analyse', {}, ['current_version', 'baseline_version']],
  ['analyse', { 'current-file': 'b.json' }, ['baseline-file']],
])('the phase %s with %j lacks %j', async (phase, given, names) => {
  await using github = await serve((_, response) => void response.end())
  const limits = { regression_threshold: '15', alpha: '0.01', 'create-issue': 'true' }
  const run = await runAction('perf-regression', {
    github: github.url,
    inputs: { phase, ...limits, ...given },
  })
  const reason = names.map((name) => `input ${name}: is required by ${phase}`).join('; ')
  expect(run).toMatchObject({ exit: 1, outputs: { verdict: 'inconclusive', reason } })
  expect(github.seen).toEqual([])
})
