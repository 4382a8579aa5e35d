/** What a registry wants to see before it answers: `WWW-Authenticate` of a 401. */
export interface Challenge {
  readonly scheme: 'basic' | 'bearer'
  /** By name in lower case; of `bearer` `realm` and `service`. */
  readonly parameters: Readonly<Record<string, string>>
}

/** One challenge in the grammar of RFC 9110; undefined for another scheme and for none. */
export function parseChallenge(header: string | undefined): Challenge | undefined {
  const [, scheme = '', rest = ''] = /^\s*([a-z]+)(?:\s+(.*))?$/i.exec(header ?? '') ?? []
  const known = scheme.toLowerCase()
  if (known !== 'basic' && known !== 'bearer') return undefined
  const pairs = [...rest.matchAll(/([a-z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/gi)]
  const parameters = pairs.map(
    ([, name = '', quoted, bare = '']) =>
      [name.toLowerCase(), quoted?.replaceAll(/\\(.)/g, '$1') ?? bare] as const,
  )
  return { scheme: known, parameters: Object.fromEntries(parameters) }
}
