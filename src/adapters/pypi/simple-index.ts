import { Failure } from '../../domain/failure.ts'
import type { Listing } from '../../domain/packages/listing.ts'
import { normaliseName } from '../../domain/packages/name.ts'
import { parseSimpleJson } from '../../domain/packages/simple-json.ts'
import { concealing } from '../../domain/secret-spellings.ts'
import type { Http, HttpAnswer, HttpRequest } from '../../ports/http.ts'
import type { PackageIndex } from '../../ports/package-index.ts'
import { hashing, sha256 } from '../digest.ts'
import type { IndexAddress } from './index-address.ts'

const PAGE_MS = 30_000
const FILE_MS = 300_000
/** The pages of the largest projects have tens of MiB. */
const PAGE_BYTES = 128 * 1024 * 1024
const METADATA_BYTES = 4 * 1024 * 1024
/** Large wheels exist; larger ones than this are not looked into. */
const FILE_BYTES = 512 * 1024 * 1024
const REFUSAL_BYTES = 64 * 1024
const REDIRECTS = 3
const JSON_TYPE = 'application/vnd.pypi.simple.v1+json'
const ACCEPT = `${JSON_TYPE}, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1`

/** How something is asked for. */
interface How extends Pick<HttpRequest, 'receiver'> {
  readonly timeoutMs: number
  /** Media types; anything unless given. */
  readonly accept?: string
}

interface Found extends HttpAnswer {
  /** The URL that answered, after redirects. */
  readonly url: string
}

/**
 * A package index over the simple repository API: JSON where it is spoken, HTML else. `http` gives a transport that reads
 * no answer of more bytes.
 */
export function simpleIndex(address: IndexAddress, http: (maxBytes: number) => Http): PackageIndex {
  const newest = new Map<string, number>()
  const get = (url: string, maxBytes: number, how: How) => follow(url, address, how, http(maxBytes))
  return {
    host: new URL(address.url).host,
    quiet: concealing([address.secret]),
    async read(project) {
      const url = `${address.url}/${normaliseName(project)}/`
      const page = await get(url, PAGE_BYTES, { timeoutMs: PAGE_MS, accept: ACCEPT })
      if (page.status === 404) return undefined
      assertOk(page)
      assertFresh(page, project, newest)
      return parse(page, project)
    },
    async measure(file) {
      const { size = FILE_BYTES } = file
      // A refusal is no file, and may be larger than a small one.
      const most = Math.min(Math.max(size, REFUSAL_BYTES), FILE_BYTES)
      const hash = hashing()
      const how = { timeoutMs: FILE_MS, receiver: () => hash.take }
      const answer = await get(file.url, most, how).catch((error: unknown) => {
        throw size < FILE_BYTES ? asOtherSize(error, size) : error
      })
      assertOk(answer)
      return hash.done()
    },
    async metadata({ url }) {
      const beside = new URL(url)
      beside.pathname += '.metadata'
      const answer = await get(beside.href, METADATA_BYTES, { timeoutMs: PAGE_MS })
      assertOk(answer)
      const text = new TextDecoder().decode(answer.body)
      return { sha256: sha256(answer.body).replace('sha256:', ''), text }
    },
  }
}

function asOtherSize(error: unknown, size: number): unknown {
  if (!(error instanceof Failure && error.code === 'too-large')) return error
  return new Failure('other-size', `more than the ${size} bytes that the index names`)
}

/** Redirects are followed by hand: each target passes the network policy, and credentials stay at the index's origin. */
async function follow(
  start: string,
  { url: base, authorization }: IndexAddress,
  { accept = '*/*', ...how }: How,
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
    const answer = await http.send({ method: 'GET', url, headers, ...how })
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
