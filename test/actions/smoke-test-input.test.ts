import { jest, test } from '@jest/globals'
import { badRounds, expectLongRefused, expectRefused } from './bad-input.ts'

// Each test starts a process.
jest.setTimeout(60_000)

const inputs = {
  version_to_test: '1.2.0',
  suite: 'basic',
  target: 'idle-slot',
  prepare: 'false',
  'when-undeclared': 'inconclusive',
}

const bad = {
  version_to_test: ['', '$(id)', '1.2', 'latest'],
  suite: ['', '$(id)', 'Basic', '../x'],
  depth: ['$(id)', 'deep', 'Basic'],
  target: ['', '$(id)', 'blue'],
  prepare: ['', 'yes', '1'],
  'when-undeclared': ['', '$(id)', 'fail'],
  'expect-os': ['a'.repeat(101)],
  'expect-python': ['$(id)', 'x', '3.11-dev'],
  next_version: ['$(id)', '1.2', 'latest'],
  'pypi-api-token': ['a'.repeat(8193)],
  environment: ['$(id)', 'Staging'],
  token: [''],
  'dry-run': ['$(id)', 'yes'],
}

test.each(badRounds(bad))('refuses bad inputs in one line, round %s', async (_round, values) => {
  await expectRefused('smoke-test', inputs, values)
})

test.each(Object.keys(bad))('refuses 131,000 bytes as %s', async (name) => {
  await expectLongRefused('smoke-test', inputs, name)
})
