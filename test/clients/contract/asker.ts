import type { Caller, Heard, Place } from './target.ts'

/** How a server is reached. */
export interface Server {
  readonly url: string
  readonly graphqlUrl: string
  readonly tokens: Readonly<Record<Caller, string | undefined>>
}

/** A repository of a server, asked by plain HTTP: no client's own ideas stand between. */
export function placeOn(server: Server, owner: string, repo: string): Place {
  const ask: Place['ask'] = (method, path, body, { headers = {}, as = 'owner' } = {}) => {
    const url = path.startsWith('http') ? path : `${server.url}/repos/${owner}/${repo}${path}`
    return send(url, method, body, { ...authorization(server.tokens[as]), ...headers })
  }
  return {
    owner,
    repo,
    ask,
    graphql: (query, variables = {}) =>
      send(server.graphqlUrl, 'POST', { query, variables }, authorization(server.tokens.owner)),
  }
}

function authorization(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { authorization: `token ${token}` }
}

async function send(
  url: string,
  method: string,
  body: object | string | undefined,
  headers: Record<string, string>,
): Promise<Heard> {
  const text = typeof body === 'object' ? JSON.stringify(body) : body
  const type = typeof body === 'object' ? 'application/json' : 'text/plain'
  const answer = await fetch(url, {
    method,
    headers: { ...(body !== undefined && { 'content-type': type }), ...headers },
    ...(text !== undefined && { body: text }),
    redirect: 'manual',
  })
  return { status: answer.status, headers: answer.headers, data: read(await answer.text()) }
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
