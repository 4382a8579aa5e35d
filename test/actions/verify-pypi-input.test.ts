import { test } from '@jest/globals'
import { badRounds, expectLongRefused, expectRefused } from './bad-input.ts'

const inputs = { version: '1.2.0' }

const bad = {
  version: ['', '$(id)', '1.2', 'latest'],
  package: ['$(id)', '../x', '-x', 'a b'],
  'index-url': ['$(id)', 'ftp://index.example', 'index.example/simple'],
  wait: ['$(id)', '30', '6h', '0s'],
  'expected-sha256s': ['$(id)', 'abc  file.whl', `${'0'.repeat(64)} file.whl`],
  environment: ['$(id)', 'Staging'],
  token: [''],
  'dry-run': ['$(id)', 'yes', '1'],
}

test.each(badRounds(bad))('refuses bad inputs in one line, round %s', async (_round, values) => {
  await expectRefused('verify-pypi', inputs, values)
})

test.each(Object.keys(bad))('refuses 131,000 bytes as %s', async (name) => {
  await expectLongRefused('verify-pypi', inputs, name)
})
