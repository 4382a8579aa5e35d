import { randomUUID } from 'node:crypto'
import type { Context, MiddlewareHandler, Next } from 'hono'

/** How a registry asks who somebody is. */
export interface RegistryLogin {
  readonly username: string
  readonly password: string
  /** `bearer`: the login is changed for a token at the realm, `/token` of the registry unless another is named. */
  readonly scheme: 'basic' | 'bearer'
  readonly realm?: string
  /** Whether a token is given without a login too, as for public images. */
  readonly isPublic?: boolean
}

export interface Access {
  readonly middleware: MiddlewareHandler
}

/** Lets in who has the login, or a token that was handed out for it. */
export function accessOf(login: RegistryLogin): Access {
  const tokens = new Set<string>()
  const basic = `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`
  const hand = (c: Context) => {
    const given = c.req.header('authorization')
    if (given !== basic && !(given === undefined && login.isPublic)) return unauthorized(c, login)
    const token = randomUUID()
    tokens.add(`Bearer ${token}`)
    return c.json({ token, expires_in: 300 })
  }
  return {
    async middleware(c: Context, next: Next) {
      if (login.scheme === 'bearer' && c.req.path === '/token') return hand(c)
      const given = c.req.header('authorization') ?? ''
      const isKnown = login.scheme === 'basic' ? given === basic : tokens.has(given)
      if (!isKnown) return unauthorized(c, login)
      await next()
      return undefined
    },
  }
}

function unauthorized(c: Context, { scheme, realm }: RegistryLogin): Response {
  const own = `${new URL(c.req.url).origin}/token`
  const challenge =
    scheme === 'basic'
      ? 'Basic realm="sandbox"'
      : `Bearer realm="${realm ?? own}",service="registry.sandbox"`
  c.header('www-authenticate', challenge)
  return c.json({ errors: [{ code: 'UNAUTHORIZED' }] }, 401)
}
