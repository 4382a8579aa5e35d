import { expect, test } from '@jest/globals'
import { type Answer, json, serve } from '../../actions/server.ts'
import { githubConfig, runs } from './github.ts'
import { connect, look, objectiveOf } from './rig.ts'

async function ask(query: string, more: object, answer: Answer) {
  await using server = await serve(answer)
  const connected = connect(githubConfig, { origins: [server.url] })
  const evidence = await look(connected, objectiveOf({ query, ...more }))
  return { ...evidence, asked: server.seen.map(({ url }) => new URL(url, server.url)) }
}

test('open issues are counted by all of their labels, without pull requests', async () => {
  const issues: Answer = (_, response) =>
    json(response, [
      { number: 1 },
      { number: 2, pull_request: {} },
      { number: 3, pull_request: null },
    ])
  const evidence = await ask('incidents', { limit: 0 }, issues)
  expect(evidence).toMatchObject({ verdict: 'fail', value: 2, samples: 1 })
  const [asked] = evidence.asked
  expect(asked?.pathname).toBe('/repos/acme/web/issues')
  expect(asked?.searchParams.get('labels')).toBe('incident,release:1.2.0')
  expect(asked?.searchParams.get('state')).toBe('open')
  const none = await ask('incidents', { limit: 0 }, (_, response) => json(response, []))
  expect(none).toMatchObject({ verdict: 'pass', value: 0 })
})

/** Runs in pages of a hundred. */
const paged =
  (all: readonly unknown[]): Answer =>
  ({ url }, response) => {
    const page = Number(new URL(url, 'http://it').searchParams.get('page'))
    const workflow_runs = all.slice((page - 1) * 100, page * 100)
    json(response, { total_count: all.length, workflow_runs })
  }

test('failed runs of the window are counted over all pages', async () => {
  const evidence = await ask('nightly', { limit: 5 }, paged(runs(7, 250)))
  expect(evidence).toMatchObject({ verdict: 'fail', value: 7, samples: 250 })
  const [asked] = evidence.asked
  expect(asked?.pathname).toBe('/repos/acme/web/actions/workflows/nightly.yml/runs')
  expect(Object.fromEntries(asked?.searchParams ?? [])).toMatchObject({
    ...{ status: 'completed', branch: 'main', page: '1' },
    created: '2026-01-05T10:00:00Z..2026-01-05T12:00:00Z',
  })
  expect(evidence.asked).toHaveLength(3)
})

test('more runs than GitHub gives of a search decide nothing', async () => {
  const evidence = await ask('nightly', {}, paged(runs(0, 1001)))
  expect(evidence).toMatchObject({ verdict: 'inconclusive' })
  expect(evidence.answer).toContain('more than 1000 runs')
})

test('what a person cancelled has not failed, and what never ended has', async () => {
  const ended = ['cancelled', 'skipped', 'timed_out', 'startup_failure', 'success', null]
  const all = ended.map((conclusion, id) => ({ id, conclusion }))
  expect(await ask('nightly', { limit: 1 }, paged(all))).toMatchObject({ value: 2, samples: 6 })
})

test('GitHub counts: no other unit is asked for', async () => {
  const evidence = await ask('nightly', { unit: 'ratio', limit: 1 }, paged([]))
  expect(evidence.answer).toContain('must be count')
})
