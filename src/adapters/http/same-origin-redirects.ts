import type { Http, HttpAnswer, HttpRequest } from '../../ports/http.ts'

/** Redirects that are followed for one request. */
const MOST = 5

/** After these a request that writes would become one that reads. */
const REWRITING: readonly number[] = [301, 302]

/**
 * Follows redirects inside the origin that was asked, as a server gives them for what was renamed: the request is sent
 * again as it was. Any other answer stands: one that leads elsewhere, leads on for the sixth time, or would change the
 * method.
 * @param statuses Those that are followed.
 */
export function sameOriginRedirects(http: Http, statuses: readonly number[]): Http {
  return {
    async send(request) {
      let asked = request
      let answer = await http.send(asked)
      for (let hop = 1; hop <= MOST; hop++) {
        const url = nextOf(asked, answer, statuses)
        if (url === undefined) return answer
        asked = { ...asked, url }
        answer = await http.send(asked)
      }
      return answer
    },
  }
}

function nextOf(
  { method, url }: HttpRequest,
  { status, headers }: HttpAnswer,
  statuses: readonly number[],
): string | undefined {
  if (!statuses.includes(status) || headers.location === undefined) return undefined
  if (method !== 'GET' && REWRITING.includes(status)) return undefined
  const next = URL.parse(headers.location, url)
  const isSame = next?.origin === new URL(url).origin && next.username + next.password === ''
  return isSame ? next.href : undefined
}
