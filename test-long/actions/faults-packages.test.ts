import { expect, test } from '@jest/globals'
import { type Answer, html, json, serve } from '../../test/actions/server.ts'
import {
  BYTES,
  index,
  OTHER,
  SHA,
  verify,
  WHEEL,
  wheel,
} from '../../test/actions/verify-pypi-world.ts'

const page = (link: string, more = '') => `<!DOCTYPE html>${more}<title>Links</title>${link}`

/** The wheel's bytes below /files/, and for anything else this answer. */
const beside =
  (answer: Answer): Answer =>
  (request, response) =>
    request.url.startsWith('/files/') ? void response.end(BYTES) : answer(request, response)

test('[VP-03] what the JSON API of a project says does not count: the simple index decides', async () => {
  const fresh: Answer = (request, response) =>
    request.url.includes('/json')
      ? json(response, { info: { version: '1.2.0' }, releases: { '1.2.0': [{ filename: WHEEL }] } })
      : index([])(request, response)
  const run = await verify(fresh)
  expect(run.outputs).toMatchObject({ verdict: 'fail', pypi_available: 'false' })
  expect(new Set(run.seen.map(({ url }) => url))).toEqual(new Set(['/simple/checkout-client/']))
})

/** The answers in turn; the last one stays. */
function turns(...answers: readonly Answer[]): Answer {
  let read = 0
  return beside((request, response) => {
    const answer = answers[Math.min(read, answers.length - 1)]
    read += 1
    answer?.(request, response)
  })
}

const at =
  (serial: number, files: unknown): Answer =>
  (request, response) => {
    response.setHeader('x-pypi-last-serial', String(serial))
    index(files)(request, response)
  }

test.concurrent('[VP-06] an index that goes back in time is a stale cache: that read counts for nothing', async () => {
  const run = await verify(turns(at(10, []), at(9, [wheel]), at(9, [wheel])))
  expect(run.outputs.verdict).not.toBe('pass')
  const caughtUp = turns(at(10, []), at(9, [wheel]), at(11, [wheel]))
  const later = await verify(caughtUp, { inputs: { wait: '20s' } })
  expect(later.outputs.verdict).toBe('pass')
  expect(later.seen.filter(({ url }) => url.startsWith('/simple/'))).toHaveLength(4)
})

const PLATFORMS = [
  'py3-none-any',
  'cp311-cp311-linux_x86_64',
  'cp312-cp312-linux_x86_64',
  'cp313-cp313-linux_x86_64',
]
const FOUR = PLATFORMS.map((platform) => `checkout_client-1.2.0-${platform}.whl`)
const listed = FOUR.map((filename) => ({ ...wheel, filename, url: `../../files/${filename}` }))
const sums = FOUR.map((name) => `${SHA}  ${name}`).join('\n')

test.concurrent('[VP-07] two of four wheels are not all: the others are waited for', async () => {
  const given = { package: 'checkout_client', 'expected-sha256s': sums }
  const half = await verify(index(listed.slice(0, 2)), { inputs: given })
  expect(half.outputs.reason).toContain(`incomplete, missing ${FOUR[2]}, ${FOUR[3]}`)
  const growing = turns(index(listed.slice(0, 2)), index(listed))
  const run = await verify(growing, { inputs: { ...given, wait: '20s' } })
  expect(run.outputs.verdict).toBe('pass')
  expect(run.seen.filter(({ url }) => url.startsWith('/files/'))).toHaveLength(4)
})

test.concurrent('[VP-08] another digest is a failure at once, however long the wait is', async () => {
  const run = await verify(index([{ ...wheel, hashes: { sha256: OTHER } }]), {
    inputs: { wait: '5m' },
  })
  expect(run.outputs).toMatchObject({ verdict: 'fail', pypi_available: 'true' })
  expect(run.seconds).toBeLessThan(20)
  expect(run.seen.map(({ url }) => url)).toEqual([
    ...['/simple/checkout-client/', '/simple/checkout-client/'],
    `/files/${WHEEL}`,
  ])
})

test.each([true, 'broken <b>@all</b>', ''])(
  '[VP-11] yanked with %j is a failure',
  async (yanked) => {
    const run = await verify(index([{ ...wheel, yanked }]))
    expect(run.outputs).toMatchObject({ verdict: 'fail' })
    expect(run.outputs.reason).toContain('checkout-client yanked')
    expect(run.summary).not.toMatch(/<b>|@all/)
  },
)

test.each(['status', 'state'])(
  '[VP-13] [VP-15] quarantine is seen in project-status.%s',
  async (key) => {
    const more = { 'project-status': { [key]: 'quarantined' }, versions: ['1.2.0'] }
    const run = await verify(index([], BYTES, more), { inputs: { wait: '5m' } })
    expect(run.outputs).toMatchObject({ verdict: 'fail', pypi_available: 'false' })
    expect(run.outputs.reason).toContain('quarantined')
    expect(run.seen).toHaveLength(1)
  },
)

const anchor = (more = '', href = `${WHEEL}#sha256=${SHA}`) =>
  `<a href="${href}" data-requires-python="&gt;=3.8" data-provenance="https://index.example/p" ${more}>${WHEEL}</a>`

test('[VP-17] a page that is only HTML is read by its rules: entities, attributes and <base>', async () => {
  const based = page(anchor(), '<base href="/files/">')
  const run = await verify(beside((_, response) => html(response, based)))
  expect(run.outputs).toMatchObject({ verdict: 'pass', pypi_available: 'true' })
  expect(run.seen.at(-1)?.url).toBe(`/files/${WHEEL}`)
  const entities = page(anchor('', `../../&#102;iles/${WHEEL}&#35;sha256=${SHA}`))
  expect((await verify(beside((_, r) => html(r, entities)))).outputs.verdict).toBe('pass')
  const yanked = page(anchor('data-yanked=""', `../../files/${WHEEL}#sha256=${SHA}`))
  const gone = await verify(beside((_, response) => html(response, yanked)))
  expect(gone.outputs.reason).toContain('checkout-client yanked')
})

test.each<[string, Answer]>([
  ['a 406', (_, response) => html(response, 'not acceptable', 406)],
  [
    'JSON that calls itself HTML',
    (_, response) =>
      html(response, JSON.stringify({ meta: { 'api-version': '1.1' }, files: [wheel] })),
  ],
])('[VP-18] %s is no listing', async (_name, answer) => {
  const run = await verify(answer)
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(run.seen[0]?.headers.accept).toMatch(/simple\.v1\+json.*simple\.v1\+html.*text\/html/)
})

test('[VP-19] a name is asked for in its one spelling, and a redirect of the index is followed', async () => {
  const moved: Answer = beside((request, response) =>
    request.url === '/simple/foo-bar-baz/'
      ? void response.writeHead(301, { location: '/simple/foo-bar-baz/new/' }).end()
      : index([{ ...wheel, filename: 'foo_bar_baz-1.2.0.tar.gz', url: '/files/x' }])(
          request,
          response,
        ),
  )
  const inputs = { package: 'Foo_Bar.baz', 'expected-sha256s': `${SHA}  foo_bar_baz-1.2.0.tar.gz` }
  const run = await verify(moved, { inputs })
  expect(run.outputs.verdict).toBe('pass')
  expect(run.seen.map(({ url }) => url)[1]).toBe('/simple/foo-bar-baz/new/')
})

const CHALLENGE = '<html><script>document.cookie="ok=1"</script>Checking your browser</html>'

test.concurrent('[VP-33] what stands between us and the index is asked again, and is never a pass', async () => {
  const trouble: readonly Answer[] = [
    (_, response) => html(response, 'Backend fetch failed', 503),
    (_, response) => void response.writeHead(429, { 'retry-after': '1' }).end('slow down'),
    (_, response) => html(response, CHALLENGE),
  ]
  const run = await verify(turns(...trouble, index([wheel])), { inputs: { wait: '30s' } })
  expect(run.outputs.verdict).toBe('pass')
  for (const answer of trouble) {
    const stuck = await verify(answer)
    expect([stuck.exit, stuck.outputs.verdict]).toEqual([1, 'inconclusive'])
  }
})

test('[VP-10] what is missing and what nobody declared is listed, both', async () => {
  const extra = { ...wheel, filename: 'checkout_client-1.2.0.tar.gz' }
  const beside = await verify(index([wheel, extra]))
  expect(beside.outputs).toMatchObject({ verdict: 'fail', pypi_available: 'true' })
  expect(beside.outputs.reason).toContain('undeclared checkout_client-1.2.0.tar.gz')
  const instead = await verify(index([extra]))
  expect(instead.outputs).toMatchObject({ verdict: 'fail', pypi_available: 'false' })
  expect(instead.outputs.reason).toContain(
    `incomplete, missing ${WHEEL}; undeclared checkout_client-1.2.0.tar.gz`,
  )
})

test('[VP-39] the page of another project is no answer', async () => {
  const own = await verify(index([wheel], BYTES, { name: 'Checkout_Client' }))
  expect(own.outputs.verdict).toBe('pass')
  const other = await verify(index([wheel], BYTES, { name: 'checkout-clients' }))
  expect([other.exit, other.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(other.outputs.reason).toContain('the page of another project')
})

test('[VP-35] a wheel that this Python could not install is compared all the same', async () => {
  const run = await verify(index([{ ...wheel, 'requires-python': '>=99' }]))
  expect(run.outputs.verdict).toBe('pass')
  const spoilt = await verify(index([{ ...wheel, 'requires-python': '>=99' }], 'other bytes'))
  expect(spoilt.outputs.verdict).toBe('fail')
})

test('a file is not fetched without encryption, nor from a private address that is not named', async () => {
  await using elsewhere = await serve((_, response) => void response.end(BYTES))
  for (const url of [
    `http://files.example/${WHEEL}`,
    `${elsewhere.url}/${WHEEL}`,
    `ftp://x.example/${WHEEL}`,
  ]) {
    const run = await verify(index([{ ...wheel, url }]))
    expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  }
  expect(elsewhere.seen).toEqual([])
})
