import { createHash } from 'node:crypto'
import type { Answer } from './route.ts'

/**
 * GitHub's conditional requests: a read that went well names its answer, and a client that shows
 * the name again and would get the same hears 304 without a body.
 */
export function conditional(method: string, ifNoneMatch: string | undefined, answer: Answer) {
  const { status, data, bytes, headers } = answer
  if (!['GET', 'HEAD'].includes(method) || status !== 200) return answer
  const hash = createHash('sha256')
    .update(bytes ?? JSON.stringify(data ?? null))
    .digest('hex')
  const etag = `W/"${hash}"`
  const named = { ...headers, etag, 'cache-control': 'private, max-age=60, s-maxage=60' }
  const isKnown = (ifNoneMatch ?? '').split(/\s*,\s*/).includes(etag)
  return isKnown ? { status: 304, headers: named } : { ...answer, headers: named }
}
