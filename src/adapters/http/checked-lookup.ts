import type { LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import type { OriginRule } from './origin-rule.ts'

/**
 * Resolves the host of a URL as Node does, and lets the connection have its addresses only where the rule allows all of
 * them: what was looked at is what is connected to, so a name that leads elsewhere a moment later leads nowhere. The
 * name of a proxy comes from the runner and is not looked at; what lies behind a proxy it resolves itself.
 */
export function checkedLookup(url: URL, rule: OriginRule): LookupFunction {
  return (hostname, options, done) => {
    // As it stands at the call, and loaded by the first of them.
    const { lookup } = process.getBuiltinModule('node:dns')
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const problem = error ?? refusal(hostname === url.hostname ? found : [], url, rule)
      if (problem === null && options.all !== true) done(null, ...single(found))
      else done(problem, found)
    })
  }
}

function refusal(found: readonly LookupAddress[], url: URL, rule: OriginRule): Error | null {
  try {
    for (const { address } of found) rule(url, address)
    return null
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

const single = ([first]: readonly LookupAddress[]) => [first?.address ?? '', first?.family] as const
