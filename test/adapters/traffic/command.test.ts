import { expect, test } from '@jest/globals'
import { nodeCommand } from '../../../src/adapters/command/node-command.ts'
import { nodeHttp } from '../../../src/adapters/http/node-http.ts'
import { trafficOf } from '../../../src/adapters/traffic/traffic-of.ts'
import { Traffic } from '../../../src/domain/config/traffic.ts'

const http = nodeHttp({ timeoutMs: 2000, maxBytes: 100_000 }, () => {})
const command = nodeCommand({ cwd: import.meta.dirname, maxBytes: 1000 })
const url = 'http://127.0.0.1:1'
const slots = { blue: { url }, green: { url } }

const WEIGHTS = { blue: 90, green: 10 }
const TENANTS = { tenants: ['b', 'a'] }

/** A command of the consumer: a program of a line, and its arguments. */
const node = (code: string, ...args: string[]) => [process.execPath, '-e', code, ...args]
const prints = (text: string) => node('process.stdout.write(process.argv[1])', text)
const holds = (weights: object, more = {}) => prints(JSON.stringify({ weights, ...more }))

const at = (get: readonly string[], set = node('0', '{weights}')) =>
  trafficOf(Traffic.parse({ provider: 'command', get, set, slots }), http, command)

test('weights and audience are read; without one it is everybody', async () => {
  const ring = at(holds(WEIGHTS, { audience: { ring: 'internal' } }))
  expect(await ring.held?.()).toEqual({ weights: WEIGHTS, audience: { ring: 'internal' } })
  expect(await ring.weights()).toEqual(WEIGHTS)
  for (const more of [{}, { audience: {} }])
    expect(await at(holds(WEIGHTS, more)).held?.()).toEqual({
      weights: WEIGHTS,
      audience: undefined,
    })
})

const FAILS_UNLESS = 'process.exitCode = process.argv[1] === process.argv[2] ? 0 : 1'
test.each([
  ['{weights}', WEIGHTS, undefined, '{"blue":90,"green":10}'],
  ['{weight:green}/{weight:blue}', WEIGHTS, undefined, '10/90'],
  ['{weights} $(id) {other}', WEIGHTS, undefined, '{"blue":90,"green":10} $(id) {other}'],
  ['{weights}{audience}', WEIGHTS, TENANTS, '{"blue":90,"green":10}{"tenants":["b","a"]}'],
  ['{weights}{audience}', WEIGHTS, undefined, '{"blue":90,"green":10}{}'],
  ['{weight:blue} {weight:green} {tenants} {ring}.', WEIGHTS, TENANTS, '90 10 b,a .'],
  ['{weight:blue} {weight:green} {tenants} {ring}.', WEIGHTS, { ring: 'x' }, '90 10  x.'],
])(
  'the argument %j is filled in, and read by no shell',
  async (part, weights, audience, wanted) => {
    const get = holds(weights, audience === undefined ? {} : { audience })
    await at(get, node(FAILS_UNLESS, part, wanted)).shift(weights, audience)
    await expect(at(get, node(FAILS_UNLESS, part, 'x')).shift(weights, audience)).rejects.toThrow(
      /^traffic\.set \(\S+\) ended with 1$/,
    )
  },
)

test.each([
  [{ blue: 100, green: 0 }, {}, 'other weights than it was given: blue 100 instead of 90'],
  [WEIGHTS, {}, 'another audience than it was given: everybody instead of tenants b, a'],
  [WEIGHTS, { audience: { tenants: ['a'] } }, 'audience than it was given: tenant a instead'],
])('what is held afterwards is read back: %j %j', async (weights, more, message) => {
  await expect(at(holds(weights, more)).shift(WEIGHTS, TENANTS)).rejects.toMatchObject({
    code: 'not-held',
    message: expect.stringContaining(message),
  })
})

test('tenants in another order are the same; an audience that stayed behind is not nobody', async () => {
  await at(holds(WEIGHTS, { audience: { tenants: ['a', 'b'] } })).shift(WEIGHTS, TENANTS)
  const stuck = at(holds(WEIGHTS, { audience: { ring: 'internal' } }))
  await expect(stuck.shift(WEIGHTS)).rejects.toMatchObject({ code: 'not-held' })
})

test.each([
  ['no', 'printed something that is no JSON'],
  ['{"blue":90,"green":10}', 'printed JSON of an unknown shape (weights)'],
  ['{"weights":{"blue":101,"green":0}}', 'printed JSON of an unknown shape (weights.blue)'],
  ['{"weights":{"blue":90,"green":10},"more":1}', 'printed JSON of an unknown shape (the whole)'],
  ['{"weights":{"blue":90,"green":10},"audience":"all"}', 'unknown shape (audience)'],
  ['{"weights":{"blue":100}}', 'printed other slots than blue and green'],
  ['{"weights":{"blue":50,"green":40,"red":10}}', 'printed other slots than blue and green'],
  ['{"weights":{"blue":50,"green":40}}', 'printed weights that sum to 90, not 100'],
])('%j is no answer', async (text, message) => {
  await expect(at(prints(text)).weights()).rejects.toMatchObject({
    code: 'bad-answer',
    message: expect.stringContaining(message),
  })
})

test('a command that fails is named, without its arguments and without what it says', async () => {
  const get = node('console.error("password is hunter2"); process.exitCode = 3', 'token=hunter2')
  await expect(at(get).weights()).rejects.toMatchObject({
    code: 'refused',
    message: `traffic.get (${process.execPath}) ended with 3`,
    remedy: 'Run it by hand: it says why',
  })
})

test('a program that is not there, and an answer without end', async () => {
  await expect(at(['no-such-program']).weights()).rejects.toMatchObject({
    code: 'absent',
    message: 'traffic.get: the program no-such-program does not exist',
  })
  const endless = node('for (;;) require("fs").writeSync(1, "x".repeat(100))')
  await expect(at(endless).weights()).rejects.toMatchObject({ code: 'too-large' })
})

test('weights that are none are refused before the command runs', async () => {
  await expect(at(['no-such-program'], ['none', '{weights}']).shift({ blue: 100 })).rejects.toThrow(
    'weights must be whole percents of blue and green that sum to 100',
  )
})

test.each([
  [['route', '{weight:blue}'], false],
  [['route', 'audience'], false],
  [['route', '{weight:blue}', '{weight:green}'], true],
  [['route', '--all={weights}'], true],
])('a command %j is told every weight: %s', (set, isTold) => {
  const config = { provider: 'command', get: ['get'], set, slots }
  expect(Traffic.safeParse(config).success).toBe(isTold)
})
