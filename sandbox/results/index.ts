import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { getBlob, putBlob } from './blobs.ts'
import { TwirpFailure } from './failure.ts'
import { isMethod, type Method, messages } from './messages.ts'
import { methods } from './methods.ts'
import type { ResultsStore } from './store.ts'
import { makeRuntimeToken, readRuntimeToken } from './token.ts'

const servicePath = '/twirp/github.actions.results.api.v1.ArtifactService'

/** What is known of a finished artifact. */
export interface ArtifactInfo {
  readonly id: number
  readonly name: string
  /** Bytes as stored: of the zip, unless a file was uploaded as it is. */
  readonly size: number
  /** `sha256:` and 64 hex digits. */
  readonly digest: string
  readonly runId: string
  /** ISO 8601 in UTC. */
  readonly createdAt: string
}

/** A running results service. */
export interface Results {
  /** For ACTIONS_RESULTS_URL. */
  readonly url: string
  /** Finished artifacts, oldest first. */
  artifacts(): ArtifactInfo[]
  /** The stored bytes of the newest artifact of a name. Fails when there is none. */
  read(name: string): Promise<Buffer>
  /** For ACTIONS_RUNTIME_TOKEN in the jobs of a run. */
  runtimeToken(runId: string | number): string
  /** Requests that the client would not send: empty when all went well. */
  readonly violations: string[]
  close(): Promise<void>
}

/** Starts the service that `@actions/artifact` speaks to, on 127.0.0.1. */
export async function startResults({
  port = 0,
  clock = () => new Date(),
}: {
  readonly port?: number
  readonly clock?: () => Date
} = {}): Promise<Results> {
  const store = createStore(clock)
  const server = createAdaptorServer({ fetch: createApp(store).fetch })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  store.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const finished = () => store.artifacts.filter((each) => each.isFinal)
  return {
    url: store.url,
    artifacts: () =>
      finished().map(({ id, name, bytes, digest = '', runId, createdAt }) => {
        return { id, name, size: bytes?.length ?? 0, digest, runId, createdAt }
      }),
    async read(name) {
      const bytes = finished().findLast((each) => each.name === name)?.bytes
      if (bytes === undefined) throw new Error(`there is no artifact ${name}`)
      return bytes
    },
    runtimeToken: (runId) =>
      makeRuntimeToken(store.key, { runId: String(runId), jobId: `job-${store.nextId()}` }),
    violations: store.violations,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

function createStore(clock: () => Date): ResultsStore {
  let lastId = 0
  return {
    key: randomBytes(32),
    artifacts: [],
    violations: [],
    nextId: () => ++lastId,
    now: () => clock().toISOString(),
    url: '',
  }
}

function createApp(store: ResultsStore) {
  const app = new Hono()
  app.post(`${servicePath}/:method`, async (http) => http.json(await callMethod(store, http)))
  app.put('/blobs/:id', (http) => putBlob(store, http))
  app.get('/blobs/:id', (http) => getBlob(store, http))
  app.notFound((http) => {
    store.violations.push(`no such route: ${http.req.method} ${http.req.path}`)
    return http.json({ code: 'bad_route', msg: 'no handler for path' }, 404)
  })
  app.onError((error, http) => {
    if (error instanceof TwirpFailure) {
      return http.json({ code: error.code, msg: error.message }, error.status)
    }
    store.violations.push(`${http.req.path}: ${error.message}`)
    return http.json({ code: 'internal', msg: 'internal error' }, 500)
  })
  return app
}

async function callMethod(store: ResultsStore, http: Context): Promise<object> {
  const name = http.req.param('method') ?? ''
  if (!isMethod(name)) throw new TwirpFailure('bad_route', `no method ${name}`)
  const token = /^Bearer (.+)$/.exec(http.req.header('authorization') ?? '')?.[1] ?? ''
  const owner = readRuntimeToken(store.key, token)
  if (owner === undefined) throw new TwirpFailure('unauthenticated', 'invalid runtime token')
  const body: unknown = await http.req.json().catch(() => undefined)
  return answer(store, name, body, owner.runId)
}

function answer<Name extends Method>(
  store: ResultsStore,
  name: Name,
  body: unknown,
  runId: string,
) {
  const message = messages[name].safeParse(body)
  if (!message.success) {
    const [issue] = message.error.issues
    store.violations.push(`${name}: ${issue?.path.join('.')} ${issue?.message}`)
    throw new TwirpFailure('invalid_argument', `${name}: malformed request`)
  }
  if (message.data.workflow_run_backend_id !== runId) {
    throw new TwirpFailure('permission_denied', 'the token belongs to another run')
  }
  return methods[name](store, message.data)
}
