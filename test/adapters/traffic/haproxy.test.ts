import { expect, test } from '@jest/globals'
import { nodeCommand } from '../../../src/adapters/command/node-command.ts'
import { nodeHttp } from '../../../src/adapters/http/node-http.ts'
import { trafficOf } from '../../../src/adapters/traffic/traffic-of.ts'
import { Traffic } from '../../../src/domain/config/traffic.ts'
import { runtime, withRuntime } from './imitated-haproxy.ts'

const http = nodeHttp({ timeoutMs: 2000, maxBytes: 100_000 }, () => {})
const command = nodeCommand({ cwd: '/', maxBytes: 1000 })
const slots = { blue: { url: 'http://127.0.0.1:1' }, green: { url: 'http://127.0.0.1:1' } }
const at = (socket: string) =>
  trafficOf(
    Traffic.parse({ provider: 'haproxy', socket, backend: 'checkout', slots }),
    http,
    command,
  )

test('weights are set by one line and read back', async () => {
  await withRuntime(runtime({ blue: 100, green: 0 }), async (socket) => {
    expect(await at(socket).weights()).toEqual({ blue: 100, green: 0 })
    await at(socket).shift({ blue: 75, green: 25 })
    expect(await at(socket).weights()).toEqual({ blue: 75, green: 25 })
  })
})

test('weights that do not sum to 100 are shares', async () => {
  await withRuntime(runtime({ blue: 3, green: 1 }), async (socket) => {
    expect(await at(socket).weights()).toEqual({ blue: 75, green: 25 })
  })
})

test('two weights of 0 are no answer', async () => {
  await withRuntime(runtime({ blue: 0, green: 0 }), async (socket) => {
    await expect(at(socket).weights()).rejects.toThrow(
      'every server of the HAProxy backend has weight 0',
    )
  })
})

test.each([
  ['No such backend.\n', 'HAProxy refuses: No such backend.'],
  ['Permission denied\n\u001b[31m', 'HAProxy refuses: Permission denied'],
  ['\n', 'HAProxy refuses: no answer'],
])('the text %j decides, not the connection', async (text, message) => {
  await withRuntime(
    () => text,
    async (socket) => {
      await expect(at(socket).weights()).rejects.toMatchObject({ code: 'refused', message })
    },
  )
})

test('a change that HAProxy refuses is a failure', async () => {
  const text = "Backend is using a static LB algorithm and only accepts weights '0%' and '100%'.\n"
  await withRuntime(
    (line) => (line.startsWith('set') ? text : '100 (initial 100)\n'),
    async (socket) => {
      await expect(at(socket).shift({ blue: 90, green: 10 })).rejects.toMatchObject({
        code: 'refused',
        message: `HAProxy refuses: ${text.trim()}`,
      })
    },
  )
})

test('a socket where nothing listens is a failure with its remedy', async () => {
  await expect(at('unix:/nowhere/haproxy.sock').weights()).rejects.toMatchObject({
    code: 'connection',
    message: 'the HAProxy runtime API: the connection failed (ENOENT)',
  })
})
