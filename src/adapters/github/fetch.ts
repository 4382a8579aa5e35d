import type { Http, HttpRequest } from '../../ports/http.ts'

/** The part of `fetch` that Octokit uses. */
interface Init {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array | null
}

/** Our transport in the shape that Octokit expects as `request.fetch`. */
export function httpFetch(http: Http) {
  return async (url: string, init: Init = {}) => {
    const answer = await http.send({
      method: (init.method ?? 'GET') as HttpRequest['method'],
      url,
      headers: init.headers ?? {},
      ...(init.body === undefined || init.body === null ? {} : { body: init.body }),
    })
    const text = () => new TextDecoder().decode(answer.body)
    return {
      status: answer.status,
      statusText: '',
      url,
      ok: answer.status >= 200 && answer.status < 300,
      headers: new Map(Object.entries(answer.headers)),
      text: async () => text(),
      json: async () => JSON.parse(text()) as unknown,
      arrayBuffer: async () => new Uint8Array(answer.body).buffer,
    }
  }
}
