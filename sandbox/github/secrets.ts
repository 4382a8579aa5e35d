import type { Repository } from './store.ts'

/** Tokens that GitHub's secret scanning knows; written so that this file itself holds none. */
const patterns = [
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bgithub_pat_[A-Za-z0-9_]{82}\b/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bsk_live_[0-9a-zA-Z]{24,}\b/,
  /-----BEGIN (?:RSA |EC |OPENSSH )?PRIVATE KEY-----/,
]

/** Whether push protection is on and would stop these bytes. */
export function holdsSecret({ pushProtection }: Repository, bytes: Uint8Array): boolean {
  if (!pushProtection) return false
  const text = Buffer.from(bytes).toString('latin1')
  return patterns.some((pattern) => pattern.test(text))
}

/** The same tokens for `git grep -E` and friends. */
export const secretExpression =
  'gh[pousr]_[A-Za-z0-9]{36}|AKIA[0-9A-Z]{16}|sk_live_[0-9a-zA-Z]{24,}|BEGIN ((RSA|EC|OPENSSH) )?PRIVATE KEY'
