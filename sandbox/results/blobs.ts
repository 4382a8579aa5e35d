import type { Context } from 'hono'
import type { ResultsStore, StoredArtifact } from './store.ts'
import { isSame, signBlob } from './token.ts'

/** Takes a blob in as the storage client sends it: blocks, then the list of them, or all at once. */
export async function putBlob(store: ResultsStore, http: Context): Promise<Response> {
  const artifact = authorized(store, http, 'write')
  if (artifact === undefined) return http.text('', 403)
  const body = new Uint8Array(await http.req.arrayBuffer())
  const part = http.req.query('comp')
  if (part === 'block') {
    artifact.blocks.set(http.req.query('blockid') ?? '', body)
    return stored()
  }
  if (part !== undefined && part !== 'blocklist') return http.text('', 400)
  const bytes = part === 'blocklist' ? joinBlocks(artifact, body) : Buffer.from(body)
  if (bytes === undefined) return http.text('', 400)
  artifact.bytes = bytes
  return stored()
}

/** Hands a blob out: the bytes as they were uploaded. */
export function getBlob(store: ResultsStore, http: Context): Response {
  const artifact = authorized(store, http, 'read')
  if (artifact?.bytes === undefined) return http.text('', 403)
  const isZip = artifact.mimeType === 'application/zip'
  const file = encodeURIComponent(isZip ? `${artifact.name}.zip` : artifact.name)
  return new Response(new Uint8Array(artifact.bytes), {
    headers: {
      'content-type': artifact.mimeType,
      'content-disposition': `attachment; filename*=UTF-8''${file}`,
    },
  })
}

function authorized(store: ResultsStore, http: Context, purpose: 'read' | 'write') {
  const id = Number(http.req.param('id'))
  const isOpen = isSame(http.req.query('sig') ?? '', signBlob(store.key, purpose, id))
  return isOpen ? store.artifacts.find((each) => each.id === id) : undefined
}

/** The blocks in the order of the list; undefined when one of them was never sent. */
function joinBlocks({ blocks }: StoredArtifact, list: Uint8Array) {
  const ids = Buffer.from(list)
    .toString('utf8')
    .matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]*)</g)
  const parts = [...ids].map(([, id = '']) => blocks.get(id))
  const known = parts.filter((part) => part !== undefined)
  return known.length === parts.length ? Buffer.concat(known) : undefined
}

function stored() {
  const headers = { etag: '"0x1"', 'last-modified': new Date(0).toUTCString() }
  return new Response(null, { status: 201, headers })
}
