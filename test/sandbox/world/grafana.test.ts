import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Grafana, startGrafana } from '../../../sandbox/world/grafana/grafana.ts'

let grafana: Grafana
beforeEach(async () => {
  grafana = await startGrafana()
})
afterEach(() => grafana.close())

async function ask(method: string, path: string, token: string, body?: unknown) {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (token !== '') headers.authorization = `Bearer ${token}`
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const answer = await fetch(`${grafana.url}${path}`, { method, headers, ...sent })
  return { status: answer.status, body: await answer.json() }
}

const note = { time: 1_767_600_000_000, tags: ['checkout', '1.1.0'], text: 'released' }
const create = (body: unknown, token = grafana.token) =>
  ask('POST', '/api/annotations', token, body)

test('an annotation is added, and found by its tags', async () => {
  expect(await create(note)).toEqual({ status: 200, body: { message: 'Annotation added', id: 1 } })
  await create({ ...note, tags: ['other'] })
  const found = await ask('GET', '/api/annotations?tags=checkout&tags=1.1.0', grafana.reader)
  expect(found.body).toEqual([{ id: 1, ...note }])
})

test('no token, a wrong one, and one that may not, are told apart', async () => {
  const answers = [
    await create(note, ''),
    await create(note, 'guess'),
    await create(note, grafana.reader),
  ]
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 403])
  expect(grafana.annotations).toEqual([])
})

test.each([
  ['no text', { tags: [] }],
  ['an empty text', { ...note, text: '' }],
  ['seconds for milliseconds', { ...note, time: 1_767_600_000 }],
  ['tags that are no list', { ...note, tags: 'a,b' }],
  ['tags that are too long', { ...note, tags: ['x'.repeat(501)] }],
  ['a key that does not exist', { ...note, tag: 'a' }],
  ['no object', 'released'],
])('%s is 400', async (_what, body) => {
  expect((await create(body)).status).toBe(400)
})
