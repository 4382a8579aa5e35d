import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, jest, test } from '@jest/globals'
import { startDockerRegistry } from '../../../sandbox/world/real/docker-registry.ts'
import { findDockerRegistry } from '../../../sandbox/world/real/programs.ts'
import type { RegistryLogin } from '../../../sandbox/world/registry/access.ts'
import { startRegistry } from '../../../sandbox/world/registry/registry.ts'
import { type Listening, serve } from '../../../sandbox/world/server.ts'
import { publicOnly } from '../../../src/adapters/http/network-policy.ts'
import { nodeHttp } from '../../../src/adapters/http/node-http.ts'
import { parseChallenge } from '../../../src/adapters/registry/challenge.ts'
import type { Login } from '../../../src/adapters/registry/credentials.ts'
import { ociRegistry } from '../../../src/adapters/registry/registry.ts'
import fc from '../../properties.ts'
import { pushImage } from './push.ts'

// Each test starts processes.
jest.setTimeout(30_000)

const NAME = 'registry.example/acme/checkout'
const NOTHING = `sha256:${'0'.repeat(64)}`
const LOGIN: Login = { username: 'ada', password: 'sandbox-password' }
const ENV = { REGISTRY_USERNAME: LOGIN.username, REGISTRY_PASSWORD: LOGIN.password }
/** Of LOGIN. */
const HTPASSWD = 'ada:$2b$05$abcdefghijklmnopqrstuuTPHCjDv7wlHzVGkCj1wvmvMc9m6iDlK'

type Start = (withLogin: boolean) => Promise<Listening>

const embedded: Start = (withLogin) =>
  startRegistry(withLogin ? { login: { ...LOGIN, scheme: 'basic' } } : {})

const program = findDockerRegistry()
const real: Start = async (withLogin) => {
  if (program === undefined) throw new Error('docker-registry is not installed')
  const directory = mkdtempSync(join(tmpdir(), 'registry-'))
  const more = withLogin ? { htpasswd: HTPASSWD } : {}
  const server = await startDockerRegistry(program, { directory, ...more })
  const close = async () => {
    await server.close()
    rmSync(directory, { recursive: true, force: true })
  }
  return { ...server, close }
}

/** A client that may reach these servers, and the secrets that it asked to hide. */
function client(origins: readonly string[], login?: Login) {
  const masked: string[] = []
  const http = nodeHttp({ timeoutMs: 5000, maxBytes: 100_000 }, publicOnly(origins))
  return { masked, ...ociRegistry(http, login, (text) => masked.push(text)) }
}

const registries: readonly (readonly [string, Start])[] = [
  ['the embedded registry', embedded],
  ...(program === undefined ? [] : [[`docker-registry ${program.version}`, real] as const]),
]

describe.each(registries)('%s', (_, start) => {
  test('has an image that was pushed, by its digest, and no other', async () => {
    await using server = disposable(await start(false))
    const digest = await pushImage(NAME, server.url)
    const { manifestSize } = client([server.url])
    const image = { name: NAME, registry: server.url }
    expect(await manifestSize(image, digest)).toBeGreaterThan(300)
    expect(await pushImage(NAME, server.url)).toBe(digest)
    expect(await pushImage(NAME, server.url, {}, 'another file')).not.toBe(digest)
    expect(await manifestSize(image, NOTHING)).toBeUndefined()
    const elsewhere = { ...image, name: 'registry.example/acme/nowhere' }
    expect(await manifestSize(elsewhere, digest)).toBeUndefined()
  })

  test('answers who has the login, and nobody else', async () => {
    await using server = disposable(await start(true))
    const digest = await pushImage(NAME, server.url, ENV)
    const image = { name: NAME, registry: server.url }
    const ask = (login?: Login) => client([server.url], login).manifestSize(image, digest)
    expect(await ask(LOGIN)).toBeGreaterThan(300)
    for (const login of [undefined, { ...LOGIN, password: 'wrong' }])
      await expect(ask(login)).rejects.toMatchObject({
        ...{ code: 'unauthorised', message: expect.stringContaining('answers 401') },
      })
    await expect(pushImage(NAME, server.url)).rejects.toThrow('401')
  })
})

describe('a registry that hands out tokens', () => {
  const login: RegistryLogin = { ...LOGIN, scheme: 'bearer' }
  const image = (registry: string) => ({ name: NAME, registry })

  test('gives one for a login, which is hidden from the log', async () => {
    await using server = disposable(await startRegistry({ login }))
    const digest = await pushImage(NAME, server.url, ENV)
    const own = client([server.url], LOGIN)
    expect(await own.manifestSize(image(server.url), digest)).toBeGreaterThan(300)
    expect(own.masked).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)])
    for (const wrong of [undefined, { ...LOGIN, username: 'bob' }])
      await expect(
        client([server.url], wrong).manifestSize(image(server.url), digest),
      ).rejects.toMatchObject({ code: 'unauthorised' })
  })

  test('gives one to everybody for a public image', async () => {
    await using server = disposable(await startRegistry({ login: { ...login, isPublic: true } }))
    const digest = await pushImage(NAME, server.url, ENV)
    const { manifestSize } = client([server.url])
    expect(await manifestSize(image(server.url), digest)).toBeGreaterThan(300)
  })

  test('a login goes nowhere that neither the registry is nor the config names', async () => {
    const seen: (string | undefined)[] = []
    await using tokens = disposable(
      await serve(({ headers }, response) => {
        seen.push(headers.authorization)
        response.end('{"access_token":"abc"}')
      }),
    )
    const realm = `${tokens.url}/token`
    await using server = disposable(await startRegistry({ login: { ...login, realm } }))
    const own = client([server.url, tokens.url], LOGIN)
    await expect(own.manifestSize(image(server.url), NOTHING)).rejects.toMatchObject({
      ...{ code: 'forbidden-origin', message: expect.stringContaining(tokens.url) },
    })
    expect(seen).toEqual([])
    const named = { ...image(server.url), 'token-origin': tokens.url }
    // The token is one of a stranger, which the registry does not know.
    await expect(own.manifestSize(named, NOTHING)).rejects.toMatchObject({ code: 'unauthorised' })
    expect(seen).toEqual([`Basic ${btoa('ada:sandbox-password')}`])
    expect(own.masked).toEqual(['abc'])
  })
})

describe('what is no good answer says so', () => {
  const answers = async (
    status: number,
    headers: Readonly<Record<string, string>> = {},
    body = '{}',
  ) => {
    await using server = disposable(
      await serve((_, response) => void response.writeHead(status, headers).end(body)),
    )
    return await client([server.url], LOGIN).manifestSize(
      { name: NAME, registry: server.url },
      NOTHING,
    )
  }

  test.each([
    ['a manifest of other bytes', 200, {}, 'bad-answer'],
    ['a digest of its own', 200, { 'docker-content-digest': NOTHING }, 'bad-answer'],
    ['a place to go to', 307, { location: 'http://127.0.0.1:1/' }, 'bad-answer'],
    ['a refusal', 403, {}, 'unauthorised'],
    ['no way to log in', 401, {}, 'bad-answer'],
    ['a way that nobody knows', 401, { 'www-authenticate': 'Negotiate' }, 'bad-answer'],
    ['nobody who hands out tokens', 401, { 'www-authenticate': 'Bearer realm="x"' }, 'bad-answer'],
    ['too many questions', 429, {}, 'rate-limited'],
    ['an error of its own', 503, {}, 'server-error'],
  ])('%s', async (_, status, headers, code) => {
    await expect(answers(status, headers)).rejects.toMatchObject({ code })
  })

  test('more than a manifest may have', async () => {
    await expect(answers(200, {}, 'x'.repeat(100_001))).rejects.toMatchObject({ code: 'too-large' })
  })

  test('nothing at all, and an address that nobody has allowed', async () => {
    const server = await serve(() => {})
    await server.close()
    const image = { name: NAME, registry: server.url }
    await expect(client([server.url]).manifestSize(image, NOTHING)).rejects.toMatchObject({
      code: 'connection',
    })
    await expect(client([]).manifestSize(image, NOTHING)).rejects.toMatchObject({
      code: 'forbidden-origin',
    })
  })
})

test('a challenge is read as RFC 9110 writes it', () => {
  expect(
    parseChallenge('Bearer realm="https://a.example/t?x=1,2",service=b , scope="r:a:pull"'),
  ).toEqual({
    scheme: 'bearer',
    parameters: { realm: 'https://a.example/t?x=1,2', service: 'b', scope: 'r:a:pull' },
  })
  expect(parseChallenge('BASIC Realm="a \\"b\\""')).toEqual({
    ...{ scheme: 'basic', parameters: { realm: 'a "b"' } },
  })
  expect([undefined, '', 'Digest realm="x"'].map(parseChallenge)).toEqual([
    ...[undefined, undefined, undefined],
  ])
  fc.assert(fc.property(fc.string(), (text) => void parseChallenge(`Bearer ${text}`)))
})

function disposable(server: Listening) {
  return { url: server.url, [Symbol.asyncDispose]: () => server.close() }
}
