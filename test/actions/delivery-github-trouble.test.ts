import { expect, jest, test } from '@jest/globals'
import { runAction } from './run-action.ts'
import { html, json, type Server, serve } from './server.ts'

// Each test starts a process, and a 500 is asked again after seconds.
jest.setTimeout(60_000)

const inputs = {
  'verify-assets': { version_to_verify: '1.2.0' },
  'smoke-test': {
    version_to_test: '1.2.0',
    suite: 'basic',
    target: 'none',
    prepare: 'false',
    'when-undeclared': 'pass',
  },
  'perf-regression': {
    phase: 'prepare',
    baseline_version: '1.2.0',
    regression_threshold: '15',
    alpha: '0.01',
    'create-issue': 'true',
  },
} as const
type Action = keyof typeof inputs
const actions = Object.keys(inputs) as Action[]

const troubles: Readonly<Record<string, Parameters<typeof serve>[0]>> = {
  'GitHub answered 401': (_, response) => json(response, { message: 'Bad credentials' }, 401),
  'GitHub answered 403': (_, response) => json(response, { message: 'Not accessible' }, 403),
  'or let the token read contents': (_, response) => json(response, { message: 'Not Found' }, 404),
  'GitHub answered 500': (_, response) => json(response, { message: 'Server Error' }, 500),
  'with no JSON': (_, response) => html(response, '<html>Log in</html>'),
  'the connection failed': (_, response) => void response.destroy(),
}

async function expectUndecided(action: Action, github: string, reason: string): Promise<void> {
  const run = await runAction(action, { github, inputs: inputs[action] })
  expect(run.exit).toBe(1)
  expect(run.outputs).toMatchObject({
    verdict: 'inconclusive',
    reason: expect.stringContaining(reason),
    evidence: '[]',
  })
  expect(run.log.split('\n').filter((line) => line.startsWith('::error::'))).toHaveLength(1)
  expect(run.log).not.toMatch(/\n\s+at /)
}

test.each(Object.keys(troubles))('nothing is decided when %s', async (trouble) => {
  await using github: Server = await serve(troubles[trouble] ?? (() => {}))
  await Promise.all(actions.map((action) => expectUndecided(action, github.url, trouble)))
})

test('nothing is decided when there is no such host', async () => {
  const reason = 'github.invalid: the connection failed'
  await Promise.all(actions.map((a) => expectUndecided(a, 'http://github.invalid', reason)))
})

test.each(actions)('%s asks nobody without a token', async (action) => {
  await using github = await serve((_, response) => void response.end())
  const given = { ...inputs[action], token: '' }
  const run = await runAction(action, { github: github.url, inputs: given })
  expect(run.outputs).toMatchObject({
    verdict: 'inconclusive',
    reason: 'input token: is required: give a token, usually github.token',
  })
  expect(github.seen).toEqual([])
})
