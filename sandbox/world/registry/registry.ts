import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { type FaultInjector, faultInjector } from '../faults.ts'
import { type Listening, serveHono } from '../server.ts'
import { type Access, accessOf, type RegistryLogin } from './access.ts'
import { digestOf, type RefusalCode, RepositoryStore, type StoredManifest } from './store.ts'

/** A container registry as far as one image is pushed and looked up. */
export interface Registry extends Listening {
  readonly faults: FaultInjector
  /** Forget a manifest of a repository. */
  remove(repository: string, digest: string): void
}

export interface RegistryOptions {
  readonly port?: number
  /** Who may push and pull; absent: everybody. */
  readonly login?: RegistryLogin
}

const STATUS: Readonly<Record<RefusalCode, 400 | 404>> = {
  BLOB_UNKNOWN: 404,
  BLOB_UPLOAD_UNKNOWN: 404,
  DIGEST_INVALID: 400,
  MANIFEST_BLOB_UNKNOWN: 404,
  MANIFEST_INVALID: 400,
  MANIFEST_UNKNOWN: 404,
}
const ROUTE =
  /^\/v2\/([a-z0-9]+(?:[._/-][a-z0-9]+)*)\/(?:manifests\/([^/]+)|blobs\/(sha256:[0-9a-f]{64})|blobs\/uploads\/([^/]*))$/

/** Starts an OCI registry in memory: monolithic uploads, manifests of one image, pulls by tag and digest. */
export async function startRegistry({ port = 0, login }: RegistryOptions = {}): Promise<Registry> {
  const repositories = new Map<string, RepositoryStore>()
  const storeOf = (name: string) => {
    const store = repositories.get(name) ?? new RepositoryStore()
    repositories.set(name, store)
    return store
  }
  const faults = faultInjector()
  const uploads = new Set<string>()
  const app = new Hono()
  app.use(faults.middleware)
  const access: Access | undefined = login && accessOf(login)
  if (access !== undefined) app.use(access.middleware)
  app.get('/v2/', (c) => c.json({}))
  app.all('/v2/*', async (c) => {
    const [, name = '', reference, digest, upload] = ROUTE.exec(c.req.path) ?? []
    if (name === '') return c.json({ errors: [{ code: 'NAME_INVALID' }] }, 404)
    if (reference !== undefined) return manifests(c, storeOf(name), name, reference)
    if (digest !== undefined) return blob(c, storeOf(name).blob(digest))
    return uploading(c, storeOf(name), { name, upload: upload ?? '', uploads })
  })
  const listening = await serveHono(app, port)
  return {
    ...listening,
    faults,
    remove: (name, digest) => storeOf(name).remove(digest),
  }
}

async function manifests(c: Context, store: RepositoryStore, name: string, reference: string) {
  if (c.req.method === 'PUT') {
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const type = c.req.header('content-type') ?? ''
    const refusal = store.keepManifest({ bytes, type }, reference)
    if (refusal !== undefined) return refuse(c, refusal)
    const digest = digestOf(bytes)
    return c.body(null, 201, {
      location: `/v2/${name}/manifests/${digest}`,
      'docker-content-digest': digest,
    })
  }
  const found = store.manifest(reference)
  return found === undefined ? refuse(c, 'MANIFEST_UNKNOWN') : answer(c, found)
}

function answer(c: Context, { bytes, type }: StoredManifest): Response {
  // A client that does not know the form gets none of it.
  if (!(c.req.header('accept') ?? type).includes(type)) return refuse(c, 'MANIFEST_UNKNOWN')
  return c.body(Buffer.from(bytes), 200, {
    'content-type': type,
    'docker-content-digest': digestOf(bytes),
  })
}

function blob(c: Context, bytes: Uint8Array | undefined): Response {
  if (bytes === undefined) return refuse(c, 'BLOB_UNKNOWN')
  return c.body(Buffer.from(bytes), 200, { 'docker-content-digest': digestOf(bytes) })
}

interface Upload {
  readonly name: string
  readonly upload: string
  readonly uploads: Set<string>
}

async function uploading(c: Context, store: RepositoryStore, { name, upload, uploads }: Upload) {
  if (c.req.method === 'POST' && upload === '') {
    const id = randomUUID()
    uploads.add(id)
    return c.body(null, 202, { location: `/v2/${name}/blobs/uploads/${id}?state=begun` })
  }
  if (c.req.method !== 'PUT' || !uploads.delete(upload)) return refuse(c, 'BLOB_UPLOAD_UNKNOWN')
  const digest = c.req.query('digest') ?? ''
  const refusal = store.keep(new Uint8Array(await c.req.arrayBuffer()), digest)
  if (refusal !== undefined) return refuse(c, refusal)
  return c.body(null, 201, { location: `/v2/${name}/blobs/${digest}` })
}

function refuse(c: Context, code: RefusalCode): Response {
  return c.json(
    { errors: [{ code, message: code.toLowerCase().replaceAll('_', ' ') }] },
    STATUS[code],
  )
}
