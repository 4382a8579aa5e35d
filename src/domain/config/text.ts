import * as z from 'zod'

/** A name that is safe in paths, labels and file names. */
export const Slug = z
  .string()
  .max(64)
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens')

/** A command as an argv array; no shell ever sees it. */
export const Argv = z
  .array(z.string().min(1).max(4096).refine(isPassable, { error: 'must not hold NUL' }))
  .min(1)
  .max(64)
  .meta({ id: 'Argv' })

/** An absolute http(s) URL without user, password, query or fragment, whose host is written as it is looked up. */
export const HttpUrl = z.string().max(2048).refine(isPlainUrl, {
  error:
    'must be an absolute http(s) URL in ASCII, without credentials, query or fragment, and without a dot behind its host',
})

/** Scheme, host and port, nothing else. */
export const Origin = z
  .string()
  .max(300)
  .refine((text) => isPlainUrl(text) && new URL(text).origin === text, {
    error: 'must be an origin such as https://prometheus.example or http://127.0.0.1:9090',
  })

/** The system ends an argument at NUL. */
function isPassable(text: string): boolean {
  return !text.includes('\0')
}

/** A letter of another script may look like one of ours, and a host with a dot at its end is another origin. */
function isPlainUrl(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol)) return false
  const isAsWritten = /^[\x21-\x5b\x5d-\x7e]+$/.test(text) && !url.hostname.endsWith('.')
  return isAsWritten && url.username + url.password + url.search + url.hash === ''
}
