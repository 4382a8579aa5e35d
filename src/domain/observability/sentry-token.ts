import * as z from 'zod'

/** What a token is by its form; `unknown` may be one all the same, of an older Sentry or of what speaks its API. */
export type TokenKind = 'organisation' | 'broken organisation' | 'user' | 'integration' | 'unknown'

/** What a text shows of the token that it is. */
export interface TokenForm {
  readonly kind: TokenKind
  /** Origins where an organisation token is known, its region first; empty for other tokens. */
  readonly homes: readonly string[]
}

/** `sntrys_`, base64 of JSON, and base64 of the secret. */
const ORGANISATION = /^sntrys_([A-Za-z0-9+/]+={0,2})_[A-Za-z0-9+/]{43}=?$/

const Payload = z.looseObject({
  iat: z.number(),
  org: z.string(),
  url: z.url({ protocol: /^https?$/ }),
  region_url: z.url({ protocol: /^https?$/ }).nullish(),
})

/** Why a text is no token at all, to be told where it was given; undefined where it may be one. */
export function notAToken(text: string): string | undefined {
  if (/^https?:/i.test(text)) return 'is a DSN, which only sends events'
  if (/^[0-9a-f]{32}$/i.test(text)) return 'is an API key of old or the key of a DSN'
  return undefined
}

/** What the form of a token says. The secret in it is not looked at. */
export function tokenForm(token: string): TokenForm {
  if (token.startsWith('sntrys_')) return organisation(token)
  const kind = /^sntryu_[0-9a-f]{64}$/.test(token)
    ? 'user'
    : /^(?:sntryi_)?[0-9a-f]{64}$/.test(token)
      ? 'integration'
      : 'unknown'
  return { kind, homes: [] }
}

function organisation(token: string): TokenForm {
  const payload = Payload.safeParse(decoded(ORGANISATION.exec(token)?.[1] ?? ''))
  if (!payload.success) return { kind: 'broken organisation', homes: [] }
  const { url, region_url } = payload.data
  const homes = [region_url ?? url, url].map((text) => new URL(text).origin)
  return { kind: 'organisation', homes }
}

function decoded(base64: string): unknown {
  try {
    return JSON.parse(atob(base64))
  } catch {
    return undefined
  }
}
