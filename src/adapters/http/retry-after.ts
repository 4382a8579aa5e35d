/**
 * Milliseconds that a `retry-after` header asks for (RFC 9110 §10.2.3: seconds or a date); never negative. Undefined when
 * it is absent or neither.
 */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}(?:\.\d{1,3})?$/.test(text)) return Math.ceil(Number(text) * 1000)
  // A date begins with its weekday: `Date.parse` alone takes `-1` for a year.
  const at = /^[A-Z][a-z]{2,8}, /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime())
}

/** Milliseconds until a time in whole seconds since 1970, as rate limit headers give it; undefined when it is none. */
export function untilResetMs(header: string | undefined, now: Date): number | undefined {
  if (header === undefined || !/^\d{1,12}$/.test(header)) return undefined
  return Math.max(0, Number(header) * 1000 - now.getTime())
}
