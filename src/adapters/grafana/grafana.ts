import * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import {
  type Notice,
  noticeReason,
  noticeTitle,
  withoutMarkup,
} from '../../domain/report/notice.ts'
import type { Http, HttpAnswer } from '../../ports/http.ts'
import type { Notifier } from '../../ports/notifier.ts'

const Listed = z.array(z.looseObject({ tags: z.array(z.string()), text: z.string() }))
const Added = z.looseObject({ id: z.int().positive(), message: z.string() })

/** Grafana by its HTTP API: each notice is an annotation of the organisation, which any dashboard can show by its tags. */
export function grafana(url: string, token: string, http: Http): Notifier {
  const address = `${url.replace(/\/$/, '')}/api/annotations`
  const headers = {
    accept: 'application/json',
    authorization: `Bearer ${token}`,
    'user-agent': 'release-actions',
  }
  const look = (query: URLSearchParams) =>
    http.send({ method: 'GET', url: `${address}?${query}`, headers })
  return {
    async tell(notice) {
      if (await stands(notice, look)) return
      const answer = await http.send({
        method: 'POST',
        url: address,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(annotation(notice)),
      })
      assertAdded(answer)
    },
  }
}

/** Product, version and event, and the entry of the record, by which an annotation is known again. */
function tagsOf({ release, event, entry }: Notice): readonly string[] {
  const tags = [release.product, release.version, event]
  return entry === undefined ? tags : [...tags, `entry:${entry}`]
}

/**
 * Whether an earlier run has added it, whose record of that is lost. Where that cannot be seen it is added: better twice. Other repositories and
 * channels may have the same product, version and entry in the same Grafana: the text tells them apart.
 */
async function stands(
  notice: Notice,
  look: (query: URLSearchParams) => Promise<HttpAnswer>,
): Promise<boolean> {
  if (notice.entry === undefined) return false
  const tags = tagsOf(notice)
  const query = new URLSearchParams([...tags.map((tag) => ['tags', tag]), ['limit', '100']])
  try {
    const { status, body } = await look(query)
    const found = status === 200 ? (Listed.safeParse(toJson(body)).data ?? []) : []
    const [repository = ''] = notice.runUrl.split('/actions/runs/')
    const said = [noticeTitle(notice), `${repository}/`].map(withoutMarkup)
    return found.some(
      (one) =>
        tags.every((tag) => one.tags.includes(tag)) &&
        said.every((part) => one.text.includes(part)),
    )
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}

/** Grafana shows the text as HTML. */
function annotation(notice: Notice) {
  const { runUrl, issueUrl, time } = notice
  const lines = [noticeTitle(notice), noticeReason(notice), runUrl, issueUrl ?? '']
  return {
    time,
    tags: tagsOf(notice),
    text: withoutMarkup(lines.filter((line) => line !== '').join('\n')),
  }
}

function assertAdded({ status, body }: HttpAnswer): void {
  const said = `Grafana answered ${status}`
  if (status === 200 && Added.safeParse(toJson(body)).success) return
  if (status === 200) throw new Failure('bad-answer', `${said} without an id`, CHECK_URL)
  if (status === 401)
    throw new Failure('unauthorised', said, 'Store a service account token as GRAFANA_API_KEY')
  if (status === 403)
    throw new Failure('forbidden', said, 'Give the service account annotations:create')
  if (status === 404 || (status >= 300 && status < 400))
    throw new Failure('bad-answer', said, CHECK_URL)
  throw new Failure(status >= 500 ? 'server-error' : 'refused', said)
}

const CHECK_URL = 'Check notifications.grafana.url'

function toJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}
