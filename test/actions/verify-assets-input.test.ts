import { jest, test } from '@jest/globals'
import { badRounds, expectLongRefused, expectRefused } from './bad-input.ts'

// Each test starts a process.
jest.setTimeout(60_000)

const inputs = { version_to_verify: '1.2.0' }

const bad = {
  version_to_verify: ['', 'a'.repeat(181)],
  environment: ['$(id)', 'Staging'],
  token: [''],
  'dry-run': ['$(id)', 'yes', '1'],
}

test.each(badRounds(bad))('refuses bad inputs in one line, round %s', async (_round, values) => {
  await expectRefused('verify-assets', inputs, values)
})

test.each(Object.keys(bad))('refuses 131,000 bytes as %s', async (name) => {
  await expectLongRefused('verify-assets', inputs, name)
})
