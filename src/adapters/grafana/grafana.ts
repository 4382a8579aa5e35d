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

const Added = z.looseObject({ id: z.int().positive(), message: z.string() })

/** Grafana by its HTTP API: each notice is an annotation of the organisation, which any dashboard can show by its tags. */
export function grafana(url: string, token: string, http: Http): Notifier {
  return {
    async tell(notice) {
      const answer = await http.send({
        method: 'POST',
        url: `${url.replace(/\/$/, '')}/api/annotations`,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'user-agent': 'release-actions',
        },
        body: JSON.stringify(annotation(notice)),
      })
      assertAdded(answer)
    },
  }
}

/** Grafana shows the text as HTML. */
function annotation(notice: Notice) {
  const { release, event, runUrl, issueUrl, time } = notice
  const lines = [noticeTitle(notice), noticeReason(notice), runUrl, issueUrl ?? '']
  return {
    time,
    tags: [release.product, release.version, event],
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
