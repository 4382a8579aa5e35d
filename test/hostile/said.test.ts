import { expect, jest, test } from '@jest/globals'
import { page } from '../../sandbox/demo/page.ts'
import { releaseWorld } from '../actions/release-world.ts'
import { references, rendered } from './rendered.ts'
import { refusals } from './said.ts'

// Each test starts processes.
jest.setTimeout(120_000)

test('whatever GitHub says, every action ends in one line that is text', async () => {
  expect(await refusals(4, 1)).toEqual([])
})

const TITLE = [
  'TypeError: @octocat <img src=x onerror=alert(1)>',
  'Fixes #1, closes acme/shop#2, GH-3, https://github.com/acme/shop/issues/4',
  '[x](javascript:alert(1)) --> <!-- release-actions:freeze other/stable -->',
  'c0ffee0123456789c0ffee0123456789c0ffee01 ##[error]x ::error::y @acme/team',
].join(' ')

test('[FI-33] the title of an error at Sentry, as reason of a freeze, mentions, closes and links nothing', async () => {
  await using world = await releaseWorld()
  const gate = TITLE.slice(0, 100)
  const run = await world.run('auto-freeze-issue', { version: '1.1.0', gate, reason: TITLE })
  expect(run.outputs.verdict).toBe('pass')
  const [issue] = world.github.issues('acme/checkout-service')
  const body = issue?.body ?? ''
  const own = [...body.matchAll(/https?:\/\/\S+|[0-9a-f]{40}/g)].map(([text]) => text)
  expect(references(rendered(body).words, own)).toEqual([])
  expect(references(issue?.title ?? '')).toEqual([])
  expect(rendered(body).shape.match(/"type":"html","value":"[^"]*"/g)).toHaveLength(2)
  expect(await page('x', body)).not.toMatch(/<img|"javascript:/)
})
