import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Grafana, startGrafana } from '../../../sandbox/world/grafana/grafana.ts'
import { grafana } from '../../../src/adapters/grafana/grafana.ts'
import { publicOnly } from '../../../src/adapters/http/network-policy.ts'
import { nodeHttp } from '../../../src/adapters/http/node-http.ts'
import { failureLine } from '../../../src/domain/failure.ts'
import type { Notice } from '../../../src/domain/report/notice.ts'

let server: Grafana
beforeEach(async () => {
  server = await startGrafana()
})
afterEach(() => server.close())

const notice: Notice = {
  event: 'frozen',
  release: { product: 'checkout', channel: 'stable', version: '1.1.0' },
  reason: '<script>alert(1)</script> & more',
  runUrl: 'https://github.example/acme/shop/actions/runs/7',
  issueUrl: 'https://github.example/acme/shop/issues/3',
  time: 1_767_600_000_000,
}

function tell(
  token = server.token,
  url = server.url,
  allowed = [server.url],
  told = notice,
): Promise<string> {
  const http = nodeHttp({ timeoutMs: 2000, maxBytes: 10_000 }, publicOnly(allowed))
  return grafana(url, token, http)
    .tell(told)
    .then(() => 'told', failureLine)
}

test('one annotation of the organisation, with product, version and outcome as tags and no markup', async () => {
  expect(await tell(server.token, `${server.url}/`)).toBe('told')
  expect(server.annotations).toEqual([
    {
      time: 1_767_600_000_000,
      tags: ['checkout', '1.1.0', 'frozen'],
      text: [
        'checkout 1.1.0 (stable): the channel is frozen',
        '&lt;script&gt;alert(1)&lt;/script&gt; &amp; more',
        'https://github.example/acme/shop/actions/runs/7',
        'https://github.example/acme/shop/issues/3',
      ].join('\n'),
    },
  ])
})

test('what Grafana refuses says what to do', async () => {
  const CHECK = 'Check notifications.grafana.url'
  expect(await tell('guess')).toBe(
    'Grafana answered 401. Store a service account token as GRAFANA_API_KEY',
  )
  expect(await tell(server.reader)).toBe(
    'Grafana answered 403. Give the service account annotations:create',
  )
  expect(await tell(server.token, `${server.url}/sub`)).toBe(`Grafana answered 404. ${CHECK}`)
  expect(await tell(server.token, server.url, [])).toMatch(/ is not https\. List the origin/)
  expect(server.annotations).toEqual([])
})

test.each([
  [{ kind: 'status', status: 400 }, /^Grafana answered 400$/],
  [{ kind: 'status', status: 500 }, /^Grafana answered 500$/],
  [{ kind: 'status', status: 200, body: {} }, /^Grafana answered 200 without an id\. Check/],
  [{ kind: 'html' }, /^Grafana answered 200 without an id\. Check/],
  [{ kind: 'cut' }, /the connection failed/],
  [{ kind: 'silence' }, /did not answer in time$/],
] as const)('%j is a failure', async (fault, line) => {
  server.faults.add({ path: /./, fault })
  expect(await tell()).toMatch(line)
})

/** Of an entry of the record, by which it is known again. */
const recorded = (entry: number) =>
  tell(server.token, server.url, [server.url], { ...notice, entry })

test('what stands already, by all of its tags, is not added another time', async () => {
  for (const entry of [4, 4, 5]) expect(await recorded(entry)).toBe('told')
  expect(server.annotations.map(({ tags }) => tags?.at(-1))).toEqual(['entry:4', 'entry:5'])
})

test('a product, a version and an entry of the same name in another repository or channel are others', async () => {
  const others: readonly Partial<Notice>[] = [
    {},
    { runUrl: 'https://github.example/acme/shopping/actions/runs/7' },
    { release: { ...notice.release, channel: 'beta' } },
    // A later run of the first repository.
    { runUrl: 'https://github.example/acme/shop/actions/runs/8' },
  ]
  for (const other of others)
    await tell(server.token, server.url, [server.url], { ...notice, ...other, entry: 4 })
  expect(server.annotations).toHaveLength(3)
})

test.each([
  { kind: 'status', status: 403 },
  { kind: 'status', status: 200, body: [{ id: 1, tags: ['entry:4'] }] },
  { kind: 'status', status: 200, body: { message: 'none' } },
  { kind: 'html' },
  { kind: 'cut' },
  { kind: 'silence' },
] as const)('where a look ends with %j it is added: better twice than never', async (fault) => {
  server.faults.add({ path: /./, method: 'GET', fault })
  expect(await recorded(4)).toBe('told')
  expect(server.annotations).toHaveLength(1)
})
