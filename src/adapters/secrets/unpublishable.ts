import { concealing } from '../../domain/secret-spellings.ts'
import { isPrivate } from '../http/network-policy.ts'

/** What is a secret by its form, whoever made it. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
  [/\b(?:gh[opsur]_[A-Za-z0-9]{36}|github_pat_\w{22,})/, 'a token of GitHub'],
  [/\bAKIA[0-9A-Z]{16}\b/, 'an access key of AWS'],
  [/\bxox[abeoprs]-[\w-]{10,}/, 'a token of Slack'],
  [/\bpypi-[\w-]{50,}/, 'a token of PyPI'],
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@"']*:[^\s/@"']+@/i, 'an address with a password'],
]
const ADDRESS = /\bhttps?:\/\/(\[[0-9a-f:.]+\]|[^\s/:?#"'<>\\]+)/gi

/**
 * What of these bytes must not become public, in words and without repeating it; undefined where nothing is found.
 * @param secrets What this job knows; looked for in every spelling.
 */
export function unpublishable(bytes: Uint8Array, secrets: readonly string[]): string | undefined {
  const text = Buffer.from(bytes).toString('latin1')
  if (concealing(secrets)(text) !== text) return 'a secret of this job'
  const form = FORMS.find(([pattern]) => pattern.test(text))
  if (form !== undefined) return form[1]
  const isInside = [...text.matchAll(ADDRESS)].some(([, host = '']) =>
    isPrivate(host.toLowerCase()),
  )
  return isInside ? 'the address of a private host' : undefined
}
