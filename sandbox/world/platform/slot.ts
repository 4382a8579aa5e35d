import type { ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { endChild, hasEnded, startChild } from '../children.ts'
import { type Contents, writeContents } from './unpack.ts'

const Health = z.object({ status: z.string(), version: z.string() })

/** What the platform tells about a slot. */
export interface SlotState {
  readonly slot: string
  readonly url: string
  /** `exited` = was started and ended by itself; the platform does not start it again. */
  readonly state: 'empty' | 'running' | 'exited'
  readonly version?: string
  readonly sha256?: string
  readonly pid?: number
}

/** One version as it goes into a slot. */
export interface Deployable {
  readonly version: string
  readonly sha256: string
  readonly contents: Contents
}

/** A place with a fixed port in which at most one version runs. */
export interface Slot {
  readonly name: string
  readonly url: string
  state(): SlotState
  /** Ends what runs, starts this version and waits until it is healthy; rejects with one line. */
  run(deployable: Deployable): Promise<SlotState>
  /** Ends what runs; an empty slot stays empty. */
  stop(): Promise<void>
  /** The last `count` lines that the current version has logged. */
  logTail(count: number): string[]
}

export interface SlotOptions {
  readonly name: string
  readonly port: number
  /** Folder for unpacked versions, logs and order data; must exist. */
  readonly directory: string
  /** The Node.js program that runs the versions. */
  readonly node: string
  readonly healthTimeoutMs: number
}

interface Running {
  readonly child: ChildProcess
  readonly deployable: Deployable
  readonly home: string
}

export function openSlot(options: SlotOptions): Slot {
  const { name } = options
  const url = `http://127.0.0.1:${options.port}`
  let running: Running | undefined
  let starts = 0
  const state = () => describe(name, url, running)
  const stop = async () => {
    if (running) await endChild(running.child)
    running = undefined
  }
  const run = async (deployable: Deployable) => {
    await stop()
    starts += 1
    const home = join(options.directory, `${name}-${starts}`)
    running = { child: await launch(options, home, deployable), deployable, home }
    try {
      await untilHealthy(url, running, options.healthTimeoutMs)
    } catch (error) {
      await stop()
      throw error
    }
    return state()
  }
  const logTail = (count: number) => (running ? lastLines(join(running.home, LOG), count) : [])
  return { name, url, state, run, stop, logTail }
}

const LOG = 'service.log'

async function launch(
  options: SlotOptions,
  home: string,
  { contents }: Deployable,
): Promise<ChildProcess> {
  writeContents(contents, home)
  const log = openSync(join(home, LOG), 'a')
  try {
    const env = { ...process.env, PORT: String(options.port), DATA_DIR: home, NODE_OPTIONS: '' }
    const stdio = ['ignore' as const, log, log]
    return await startChild(options.node, [join(home, 'server.mjs')], { cwd: home, env, stdio })
  } finally {
    closeSync(log)
  }
}

async function untilHealthy(url: string, { child, deployable }: Running, timeoutMs: number) {
  const { version } = deployable
  const end = Date.now() + timeoutMs
  for (;;) {
    if (hasEnded(child)) throw new Error(`version ${version} ended while it was starting`)
    const seen = await healthyVersion(url)
    if (seen === version) return
    if (seen !== undefined) throw new Error(`the slot says it is another version than ${version}`)
    if (Date.now() > end) throw new Error(`version ${version} was not healthy in ${timeoutMs} ms`)
    await sleep(25)
  }
}

/** The version that answers `/healthz` with 200, if any does. */
function healthyVersion(url: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const request = get(`${url}/healthz`, { timeout: 1000 }, async (answer) => {
      const body = await text(answer).catch(() => '')
      resolve(answer.statusCode === 200 ? parsedVersion(body) : undefined)
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(undefined))
  })
}

function parsedVersion(body: string): string | undefined {
  try {
    return Health.parse(JSON.parse(body)).version
  } catch {
    return undefined
  }
}

function describe(slot: string, url: string, running: Running | undefined): SlotState {
  if (!running) return { slot, url, state: 'empty' }
  const { version, sha256 } = running.deployable
  if (hasEnded(running.child)) return { slot, url, state: 'exited', version, sha256 }
  const pid = running.child.pid
  return { slot, url, state: 'running', version, sha256, ...(pid === undefined ? {} : { pid }) }
}

function lastLines(file: string, count: number): string[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count)
}
