import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { nodeCommand } from '../../../src/adapters/command/node-command.ts'
import { nodeHttp } from '../../../src/adapters/http/node-http.ts'
import { trafficOf } from '../../../src/adapters/traffic/traffic-of.ts'
import { Traffic } from '../../../src/domain/config/traffic.ts'
import { runtime, withRuntime } from './imitated-haproxy.ts'

const http = nodeHttp({ timeoutMs: 2000, maxBytes: 100_000 }, () => {})
const command = nodeCommand({ cwd: '/', maxBytes: 1000 })
const installed = spawnSync('haproxy', ['-v']).status === 0

const configuration = (socket: string) => `
global
  stats socket ${socket} mode 600 level admin
defaults
  mode http
  timeout connect 1s
  timeout client 1s
  timeout server 1s
backend checkout
  balance roundrobin
  server blue 127.0.0.1:1 weight 100
  server green 127.0.0.1:1 weight 0
backend fixed
  balance source
  server blue 127.0.0.1:1 weight 100
  server green 127.0.0.1:1 weight 1
frontend front
  bind unix@${socket}.front
  default_backend checkout
`

async function withHaproxy(use: (socket: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'haproxy-'))
  const socket = join(folder, 'api.sock')
  writeFileSync(join(folder, 'haproxy.cfg'), configuration(socket))
  const child = spawn('haproxy', ['-db', '-f', join(folder, 'haproxy.cfg')], { stdio: 'ignore' })
  try {
    await ready(child, socket)
    await use(`unix:${socket}`)
  } finally {
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
}

const withImitation = (use: (socket: string) => Promise<void>) =>
  withRuntime(runtime({ blue: 100, green: 0 }), use)

const at = (socket: string, backend: string) => {
  const slots = { blue: { url: 'http://127.0.0.1:1' }, green: { url: 'http://127.0.0.1:1' } }
  return trafficOf(Traffic.parse({ provider: 'haproxy', socket, backend, slots }), http, command)
}

async function ready(child: ChildProcess, socket: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (child.exitCode !== null) throw new Error(`haproxy ended with ${child.exitCode}`)
    try {
      await at(`unix:${socket}`, 'checkout').weights()
      return
    } catch {
      await delay(50)
    }
  }
  throw new Error('haproxy did not start')
}

const subject = installed ? 'a real HAProxy' : 'HAProxy (imitated: it is not installed)'

test(`${subject} takes the weights and refuses what it cannot do`, async () => {
  const start = installed ? withHaproxy : withImitation
  await start(async (socket) => {
    const traffic = at(socket, 'checkout')
    expect(await traffic.weights()).toEqual({ blue: 100, green: 0 })
    await traffic.shift({ blue: 90, green: 10 })
    expect(await traffic.weights()).toEqual({ blue: 90, green: 10 })
    await expect(at(socket, 'nowhere').weights()).rejects.toMatchObject({ code: 'refused' })
    await expect(at(socket, 'fixed').shift({ blue: 90, green: 10 })).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('static LB algorithm'),
    })
  })
})
