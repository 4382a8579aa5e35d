import { test } from '@jest/globals'
import { badRounds, expectLongRefused, expectRefused } from './bad-input.ts'

const inputs = { version: '1.2.0' }
const SLUG = ['$(id)', 'Stable', '-x']

const bad = {
  version: ['', '$(id)', '1.2', 'latest'],
  channel: SLUG,
  enforce: ['$(id)', 'stable,,beta'],
  subject: ['$(id)', 'both'],
  baseline_version: ['$(id)', '1.2'],
  error_rate_threshold: ['$(id)', '5,0', '101', '-1', 'NaN', '5ms'],
  response_time_threshold: ['$(id)', '0', '2s', '1e3'],
  success_rate_minimum: ['$(id)', '100.1', 'Infinity'],
  window: ['$(id)', '5', '0s', '25h', '10ms'],
  'prometheus-url': ['$(id)', 'ftp://x.example', 'https://u:p@x.example'],
  'sentry-auth-token': [],
  'sentry-org': SLUG,
  'sentry-project': SLUG,
  'sentry-release': [],
  environment: SLUG,
  token: [''],
  'dry-run': ['$(id)', 'yes', '1'],
}

test.each(badRounds(bad))('refuses bad inputs in one line, round %s', async (_round, values) => {
  await expectRefused('observability-gate', inputs, values)
})

test.each(Object.keys(bad))('refuses 131,000 bytes as %s', async (name) => {
  await expectLongRefused('observability-gate', inputs, name)
})
