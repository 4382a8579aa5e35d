import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { unpackTar } from 'modern-tar'
import * as z from 'zod'
import { endChild, startChild } from '../../sandbox/world/children.ts'
import { type Listening, serveHono } from '../../sandbox/world/server.ts'

const Wanted = z.object({ version: z.string(), images: z.array(z.string()).min(1) })
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const Manifest = z.object({ layers: z.array(z.object({ digest: z.string() })).length(1) })

export interface ImagePlatformOptions {
  /** Where the images lie, whatever host their names have. */
  readonly registry: string
  /** Folder for what is unpacked; must exist. */
  readonly directory: string
  /** Port of each slot by product. */
  readonly slots: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** Runs images of one file without containers: `PUT /products/{product}/slots/{slot}` of `{ version, images }`. */
export interface ImagePlatform extends Listening {
  /** What the request does, for versions that ran before any release. */
  start(product: string, slot: string, wanted: z.infer<typeof Wanted>): Promise<void>
}

/** The first image of a version is what its slot answers with; a version that does not answer within 10 s is refused with 422. */
export async function startImagePlatform(options: ImagePlatformOptions): Promise<ImagePlatform> {
  const running = new Map<string, readonly ChildProcess[]>()
  const end = async (key: string) => {
    for (const child of running.get(key) ?? []) await endChild(child)
    running.delete(key)
  }
  const start: ImagePlatform['start'] = async (product, slot, { version, images }) => {
    const port = options.slots[product]?.[slot]
    if (port === undefined) throw new Error(`there is no slot ${slot} of ${product}`)
    const key = `${product}/${slot}`
    await end(key)
    const files = await Promise.all(images.map((image) => pull(image, options)))
    const children = files.map((file, i) => {
      const env = { ...process.env, NODE_OPTIONS: '', VERSION: version, PORT: i ? '0' : `${port}` }
      return startChild(process.execPath, [file], { env, stdio: 'ignore' })
    })
    running.set(key, await Promise.all(children))
    await untilAnswers(`http://127.0.0.1:${port}/api/version`, version)
  }
  const app = new Hono()
  app.put('/products/:product/slots/:slot', async (c) => {
    try {
      const { product, slot } = c.req.param()
      await start(product, slot, Wanted.parse(await c.req.json()))
      return c.body(null, 204)
    } catch (error) {
      return c.text(error instanceof Error ? error.message : 'not started', 422)
    }
  })
  const listening = await serveHono(app)
  const close = async () => {
    await listening.close()
    await Promise.all([...running.keys()].map(end))
  }
  return { ...listening, start, close }
}

/** The path of the image's one file, each of whose parts has the digest by which it was asked for. */
async function pull(image: string, { registry, directory }: ImagePlatformOptions): Promise<string> {
  const [, repository = '', digest = ''] = /^[^/]+\/([^@]+)@(.*)$/.exec(image) ?? []
  const part = async (kind: string, wanted: string) => {
    const answer = await fetch(`${registry}/v2/${repository}/${kind}/${wanted}`, {
      headers: { accept: MANIFEST },
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    const found = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
    if (found !== wanted) throw new Error(`the registry has no ${image}`)
    return bytes
  }
  const manifest = Manifest.parse(JSON.parse((await part('manifests', digest)).toString()))
  const layer = await part('blobs', manifest.layers[0]?.digest ?? '')
  const [entry] = await unpackTar(gunzipSync(layer))
  const file = join(mkdtempSync(join(directory, 'image-')), entry?.header.name ?? '')
  writeFileSync(file, entry?.data ?? '')
  return file
}

async function untilAnswers(url: string, version: string): Promise<void> {
  const end = Date.now() + 10_000
  while (Date.now() < end) {
    const answer = await fetch(url).catch(() => undefined)
    const seen = answer?.ok && ((await answer.json()) as { readonly version?: string })
    if (seen && seen.version === version) return
    await sleep(25)
  }
  throw new Error(`${version} does not answer`)
}
