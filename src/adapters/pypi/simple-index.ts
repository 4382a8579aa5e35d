import { createHash } from 'node:crypto'
import { Failure } from '../../domain/failure.ts'
import type { IndexFile, Listing } from '../../domain/packages/listing.ts'
import { normaliseName } from '../../domain/packages/name.ts'
import { parseSimpleJson } from '../../domain/packages/simple-json.ts'
import type { Http, HttpAnswer } from '../../ports/http.ts'
import type { PackageIndex } from '../../ports/package-index.ts'
import type { IndexAddress } from './index-address.ts'

const PAGE_MS = 30_000
const FILE_MS = 300_000
const REDIRECTS = 3
const JSON_TYPE = 'application/vnd.pypi.simple.v1+json'
const ACCEPT = `${JSON_TYPE}, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1`

interface Found extends HttpAnswer {
  /** The URL that answered, after redirects. */
  readonly url: string
}

/** A package index over the simple repository API: JSON where it is spoken, HTML else. */
export function simpleIndex(address: IndexAddress, http: Http): PackageIndex {
  const newest = new Map<string, number>()
  const get = (url: string, accept: string, timeoutMs: number) =>
    follow(url, address, { accept, timeoutMs }, http)
  return {
    host: new URL(address.url).host,
    async read(project) {
      const page = await get(`${address.url}/${normaliseName(project)}/`, ACCEPT, PAGE_MS)
      if (page.status === 404) return undefined
      assertOk(page)
      assertFresh(page, project, newest)
      return parse(page, project)
    },
    async sha256(file: IndexFile) {
      const answer = await get(file.url, '*/*', FILE_MS)
      assertOk(answer)
      return createHash('sha256').update(answer.body).digest('hex')
    },
  }
}

/** Redirects are followed by hand: each target passes the network policy, and credentials stay at the index's origin. */
async function follow(
  start: string,
  { url: base, authorization }: IndexAddress,
  { accept, timeoutMs }: { readonly accept: string; readonly timeoutMs: number },
  http: Http,
): Promise<Found> {
  let url = start
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    const own = authorization !== '' && new URL(url).origin === new URL(base).origin
    const headers = {
      accept,
      // Caches in between answer for minutes with what was true before the upload.
      'cache-control': 'no-cache',
      'user-agent': 'release-actions',
      ...(own ? { authorization } : {}),
    }
    const answer = await http.send({ method: 'GET', url, headers, timeoutMs })
    const target = redirectOf(answer, url)
    if (target === undefined) return { ...answer, url }
    url = target
  }
  throw new Failure('bad-answer', 'the index redirects in circles')
}

function redirectOf({ status, headers }: HttpAnswer, url: string): string | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined
  const target = URL.parse(headers.location ?? '', url)
  if (target === null || !/^https?:$/.test(target.protocol))
    throw new Failure('bad-answer', 'the index redirects to no address')
  target.username = ''
  target.password = ''
  return target.href
}

function assertOk({ status, url }: Found): void {
  if (status === 200) return
  const said = `${new URL(url).host} answered ${status}`
  if (status === 401 || status === 403)
    throw new Failure('unauthorised', said, 'Put user and token into index-url, from a secret')
  throw new Failure(status >= 500 ? 'server-error' : 'refused', said)
}

/** An index that goes back in time is a stale cache: what it says is not counted. */
function assertFresh({ headers }: Found, project: string, newest: Map<string, number>): void {
  const serial = Number(headers['x-pypi-last-serial'] ?? Number.NaN)
  if (!Number.isSafeInteger(serial)) return
  const before = newest.get(project) ?? serial
  if (serial < before)
    throw new Failure('stale', 'the index answered with an older state than before')
  newest.set(project, serial)
}

async function parse({ headers, body, url }: Found, project: string): Promise<Listing> {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  const text = new TextDecoder().decode(body)
  if (type === JSON_TYPE || type === 'application/json') return parseSimpleJson(text, url, project)
  if (type !== 'text/html' && type !== 'application/vnd.pypi.simple.v1+html')
    throw new Failure('bad-answer', 'the index answered neither JSON nor HTML')
  const { parseSimpleHtml } = await import('../../domain/packages/simple-html.ts')
  return parseSimpleHtml(text, url)
}
