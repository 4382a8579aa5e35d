import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type FaultInjector, faultInjector } from '../faults.ts'
import { type Listening, serveHono } from '../server.ts'
import { openSlot, type Slot, type SlotState } from './slot.ts'
import { readTarball, versionIn } from './unpack.ts'

const MAX_TARBALL_BYTES = 32 * 1024 * 1024

export interface PlatformOptions {
  /** Port of each slot. */
  readonly slots: Readonly<Record<string, number>>
  /** Folder for unpacked versions and their logs; is made. */
  readonly directory: string
  /** Share of the traffic in percent that a slot has now; a slot with traffic is not touched. */
  readonly weightOf?: (slot: string) => Promise<number>
  readonly node?: string
  readonly healthTimeoutMs?: number
  readonly port?: number
}

/** The process supervisor to which the consumer deploys. */
export interface Platform extends Listening {
  readonly faults: FaultInjector
  slots(): SlotState[]
  /** What `PUT /slots/{slot}` does, without HTTP. Rejects with one line. */
  deploy(slot: string, version: string, tarball: Uint8Array): Promise<SlotState>
  /** What `DELETE /slots/{slot}` does, whatever traffic the slot has. */
  retire(slot: string): Promise<void>
}

/**
 * Starts the platform: `PUT /slots/{slot}` with a tarball as body and `x-version` (and `x-sha256`, if
 * sent, must fit), `GET /slots`, `GET /slots/{slot}`, `GET /slots/{slot}/logs?lines=N`,
 * `DELETE /slots/{slot}`. Errors are `{ "message": … }` with 404, 409, 413 or 422.
 */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  mkdirSync(options.directory, { recursive: true })
  const slots = openSlots(options)
  const faults = faultInjector()
  const app = new Hono()
  app.onError(asJson)
  app.use(faults.middleware)
  reading(app, slots)
  changing(app, slots, options.weightOf ?? (async () => 0))
  const listening = await serveHono(app, options.port)
  return {
    ...listening,
    faults,
    slots: () => [...slots.values()].map((slot) => slot.state()),
    deploy: (name, version, tarball) => deploy(find(slots, name), version, tarball),
    retire: (name) => find(slots, name).stop(),
    close: async () => {
      await Promise.all([...slots.values()].map((slot) => slot.stop()))
      await listening.close()
    },
  }
}

type Slots = ReadonlyMap<string, Slot>

function openSlots({ slots, directory, node, healthTimeoutMs }: PlatformOptions): Slots {
  const open = ([name, port]: [string, number]): [string, Slot] => {
    const program = node ?? process.execPath
    const timeout = healthTimeoutMs ?? 10_000
    const slot = openSlot({ name, port, directory, node: program, healthTimeoutMs: timeout })
    return [name, slot]
  }
  return new Map(Object.entries(slots).map(open))
}

function reading(app: Hono, slots: Slots): void {
  app.get('/slots', (c) => c.json([...slots.values()].map((slot) => slot.state())))
  app.get('/slots/:slot', (c) => c.json(find(slots, c.req.param('slot')).state()))
  app.get('/slots/:slot/logs', (c) => {
    const lines = Math.min(Math.max(Number(c.req.query('lines') ?? 50) || 50, 1), 1000)
    return c.json({ lines: find(slots, c.req.param('slot')).logTail(lines) })
  })
}

function changing(app: Hono, slots: Slots, weightOf: (slot: string) => Promise<number>): void {
  const idle = async (slot: Slot) => {
    const weight = await weightOf(slot.name)
    if (weight > 0) throw refusal(409, `slot ${slot.name} has ${weight} % of the traffic`)
  }
  app.put('/slots/:slot', async (c) => {
    const slot = find(slots, c.req.param('slot'))
    const version = c.req.header('x-version')
    if (!version) throw refusal(422, 'the header x-version is missing')
    await idle(slot)
    return c.json(await deploy(slot, version, await tarballOf(c)), 201)
  })
  app.delete('/slots/:slot', async (c) => {
    const slot = find(slots, c.req.param('slot'))
    await idle(slot)
    await slot.stop()
    return c.body(null, 204)
  })
}

async function tarballOf(c: Context): Promise<Uint8Array> {
  if (Number(c.req.header('content-length')) > MAX_TARBALL_BYTES) {
    throw refusal(413, `a tarball is at most ${MAX_TARBALL_BYTES} bytes`)
  }
  const tarball = new Uint8Array(await c.req.arrayBuffer())
  const announced = c.req.header('x-sha256')
  if (announced !== undefined && announced !== sha256(tarball)) {
    throw refusal(422, 'the bytes do not have the SHA-256 of the header x-sha256')
  }
  return tarball
}

const busy = new WeakSet<Slot>()

async function deploy(slot: Slot, version: string, tarball: Uint8Array): Promise<SlotState> {
  if (busy.has(slot)) throw refusal(409, `slot ${slot.name} is being deployed to`)
  busy.add(slot)
  try {
    const contents = await readTarball(tarball)
    const claimed = versionIn(contents)
    if (claimed !== version) throw new Error(`the tarball holds ${claimed}, not ${version}`)
    return await slot.run({ version, sha256: sha256(tarball), contents })
  } catch (error) {
    throw refusal(422, error instanceof Error ? error.message : 'the version could not be started')
  } finally {
    busy.delete(slot)
  }
}

function find(slots: Slots, name: string): Slot {
  const slot = slots.get(name)
  if (!slot) throw refusal(404, `there is no such slot; there are ${[...slots.keys()].join(', ')}`)
  return slot
}

function refusal(status: 404 | 409 | 413 | 422, message: string): HTTPException {
  return new HTTPException(status, { message })
}

function asJson(error: Error, c: Context): Response {
  const status = error instanceof HTTPException ? error.status : 500
  return c.json({ message: error.message }, status)
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
