import type { Access } from '../../domain/config/source-access.ts'
import type { SecretsByName } from '../../domain/metrics/secrets.ts'

/** The headers by which a source lets the suite in, in lower case. Every secret that the config names is there. */
export function accessHeaders(access: Access, secrets: SecretsByName): Record<string, string> {
  const { headers = {}, 'secret-headers': secret = {} } = access
  const plain = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  const hidden = Object.entries(secret).map(([name, of]) => [name.toLowerCase(), secrets[of] ?? ''])
  return {
    accept: 'application/json',
    'user-agent': 'release-actions',
    ...Object.fromEntries(plain),
    ...Object.fromEntries(hidden),
    ...login(access, secrets),
  }
}

function login({ token, username, password }: Access, secrets: SecretsByName) {
  if (token !== undefined) return { authorization: `Bearer ${secrets[token] ?? ''}` }
  if (username === undefined) return {}
  const pair = `${username}:${secrets[password ?? ''] ?? ''}`
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }
}
