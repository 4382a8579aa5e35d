/**
 * The cursor of the next page, from Sentry's `link` header; undefined where it has no results. The address in the header
 * is not followed: it could lead elsewhere.
 */
export function nextCursor(link: string | undefined): string | undefined {
  const next = (link ?? '').split(/,\s*(?=<)/).find((part) => /;\s*rel="next"/.test(part))
  if (next === undefined || !/;\s*results="true"/.test(next)) return undefined
  return /;\s*cursor="([\w:.-]+)"/.exec(next)?.[1]
}
