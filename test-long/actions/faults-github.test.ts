import { gzipSync } from 'node:zlib'
import { expect, jest, test } from '@jest/globals'
import { SECRET } from '../../test/actions/all-actions.ts'
import { actions, expectUndecided } from '../../test/actions/faults-rig.ts'
import { type Answer, html, json, serve } from '../../test/actions/server.ts'

// Each test starts as many processes as there are actions.
jest.setTimeout(180_000)

const REPO = { default_branch: 'main' }

/** Every action once; how often each of them asked. */
async function asked(answer: Answer, reason: string | RegExp, env = {}): Promise<number> {
  let requests = 0
  await expectUndecided(
    (request, response) => {
      requests += 1
      answer(request, response)
    },
    reason,
    env,
  )
  return requests / actions.length
}

const cut: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"type":"file"', () => response.destroy())
}

test('[C-35] a body shorter than its announced length is no answer: it is asked for again, in vain', async () => {
  expect(await asked(cut, 'the connection failed')).toBe(4)
})

test('[C-36] ten gigabytes that are packed into ten megabytes are not unpacked', async () => {
  const member = gzipSync(Buffer.alloc(10_000_000))
  const bomb = Buffer.concat(Array.from({ length: 1000 }, () => member))
  const packed: Answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
    response.end(bomb)
  }
  expect(await asked(packed, /no JSON|connection failed|larger than/)).toBeLessThanOrEqual(3)
})

test.each([200, 201])('[C-38] a %i whose JSON is none decides nothing', async (status) => {
  const broken: Answer = (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end('{"type": "file", "encoding": ')
  }
  expect(await asked(broken, /with no JSON|GitHub answered 201/)).toBe(1)
})

test.each<[number, Answer]>([
  [202, (_, response) => json(response, {}, 202)],
  [204, (_, response) => void response.writeHead(204).end()],
])('[C-42] a %i where an answer is wanted is none', async (_status, answer) => {
  expect(await asked(answer, /^GitHub answered 20[24]/)).toBe(1)
})

test('[C-44] no other origin is asked, and none gets a token, whatever GitHub redirects to', async () => {
  await using elsewhere = await serve((_, response) => json(response, REPO))
  for (const status of [301, 302, 307, 308]) {
    const away: Answer = ({ url }, response) =>
      void response.writeHead(status, { location: elsewhere.url + url }).end('{}')
    await asked(away, 'GitHub')
  }
  expect(elsewhere.seen).toEqual([])
})

test('[C-46] a 304 to what nobody has kept is no answer', async () => {
  expect(await asked((_, response) => void response.writeHead(304).end(), 'GitHub')).toBe(1)
})

const SAML =
  'Resource protected by organization SAML enforcement. You must grant your OAuth token access to this organization.'
const ALLOW_LIST =
  'Although you appear to have the correct authorization credentials, the organization has an IP allow list enabled'

test.each([SAML, ALLOW_LIST])('[C-49] a 403 says why, once: %s', async (message) => {
  const refused: Answer = (_, response) => json(response, { message }, 403)
  expect(await asked(refused, message.slice(0, 60))).toBe(1)
})

test.each([410, 451])('[C-58] a %i is final', async (status) => {
  const gone: Answer = (_, response) => json(response, { message: 'Gone away' }, status)
  expect(await asked(gone, `GitHub answered ${status}`)).toBe(1)
})

test('[C-85] a debug run shows no header and no body', async () => {
  const debug = { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true', ACTIONS_RUNNER_DEBUG: 'true' }
  const refused: Answer = (_, response) => {
    response.setHeader('x-private', 'a header that nobody sees')
    json(response, { message: 'no', body: 'a body that nobody sees' }, 401)
  }
  for (const { log, summary } of await expectUndecided(refused, 'GitHub answered 401', debug)) {
    const shown = log.replaceAll(/^::add-mask::.*$/gm, '') + summary
    expect(shown).not.toMatch(/nobody sees|authorization|bearer/i)
    expect(shown).not.toContain(SECRET)
  }
})

const HOSTILE: Readonly<Record<string, string>> = {
  '[C-87] a line that sets an output': 'x\n::set-output name=verdict::pass\n',
  '[C-88] a command in the middle of a line': 'x ##[set-output name=verdict]pass ##[error]y',
  '[C-89] other commands': '::add-mask::a\n::stop-commands::x\r\n::error::y\n::save-state::z',
  '[C-90] colours, links and a megabyte': `\u001b[31mred\u001b]8;;https://evil.example\u0007link ${'a'.repeat(1_000_000)}`,
}

test.each(Object.keys(HOSTILE))('%s, as GitHub says it, stays text of one line', async (name) => {
  const message = HOSTILE[name] ?? ''
  const refused: Answer = (_, response) => json(response, { message }, 403)
  for (const run of await expectUndecided(refused, 'GitHub answered 403')) {
    expect(['\u001b', '\u0007', '\r'].filter((control) => run.log.includes(control))).toEqual([])
    expect(run.log.length).toBeLessThan(10_000)
    expect(run.outputs.reason?.length).toBeLessThan(5000)
  }
})

test('[C-37] a page of a proxy is no answer, with whatever status', async () => {
  for (const status of [200, 201])
    expect(
      await asked(
        (_, response) => html(response, '<h1>Sign in</h1>', status),
        /with no JSON|GitHub answered 201/,
      ),
    ).toBe(1)
})
