import type { Context, MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'

/** What a token may do. */
export type Scope = 'org:read' | 'project:read' | 'project:releases' | 'event:read'

/** Scopes of each known token. */
export type Tokens = Readonly<Record<string, readonly Scope[]>>

/** Sentry's own words for each refusal; clients show them. */
export const DETAIL = {
  missing: 'Authentication credentials were not provided.',
  invalid: 'Invalid token',
  forbidden: 'You do not have permission to perform this action.',
  absent: 'The requested resource does not exist',
} as const

/** Lets a request pass whose bearer token has one of the scopes: else 401 or 403. */
export function needs(tokens: Tokens, ...scopes: readonly Scope[]): MiddlewareHandler {
  return async (c, next) => {
    const granted = scopesOf(c, tokens)
    if (!scopes.some((scope) => granted.includes(scope))) throw refusal(403, DETAIL.forbidden)
    await next()
  }
}

/** The scopes of the request's token; 401 without a known one. */
export function scopesOf(c: Context, tokens: Tokens): readonly Scope[] {
  const header = c.req.header('authorization')
  if (header === undefined) throw refusal(401, DETAIL.missing)
  const [, token = ''] = /^Bearer (\S+)$/i.exec(header) ?? []
  const granted = Object.hasOwn(tokens, token) ? tokens[token] : undefined
  if (!granted) throw refusal(401, DETAIL.invalid)
  return granted
}

/** An answer other than 2xx, as `{ "detail": … }`. */
export function refusal(status: 400 | 401 | 403 | 404, detail: string): HTTPException {
  return new HTTPException(status, { res: Response.json({ detail }, { status }) })
}
