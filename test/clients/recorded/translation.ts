const oid = /^[0-9a-f]{40}$/

/** What GitHub called something in the recording, and what the server under test calls it. */
export interface Translation {
  /** Learns from two answers to the same request. */
  learn(recorded: unknown, heard: unknown): void
  learnLinks(recorded: string | undefined, heard: string | null): void
  /** The address to ask for one of the recording. */
  address(recorded: string): string
  /** The text with the recording's commits replaced. */
  text(recorded: string): string
}

/** A translation for a server whose API is at `url`; `known` are commits that need no learning. */
export function translation(url: string, known: Readonly<Record<string, string>>): Translation {
  const addresses = new Map<string, string>()
  const commits = new Map(Object.entries(known))
  const note = (key: string, recorded: string, heard: string) => {
    if (oid.test(recorded) && oid.test(heard)) commits.set(recorded, heard)
    if (/(^|_)url$/.test(key)) addresses.set(withoutQuery(recorded), withoutQuery(heard))
  }
  const text = (recorded: string) =>
    [...commits].reduce((all, [from, to]) => all.replaceAll(from, to), recorded)
  const learn = (recorded: unknown, heard: unknown, key = ''): void => {
    if (typeof recorded === 'string' && typeof heard === 'string') note(key, recorded, heard)
    if (!isObject(recorded) || !isObject(heard)) return
    for (const [name, value] of Object.entries(recorded)) learn(value, heard[name], name)
  }
  return {
    learn,
    learnLinks(recorded = '', heard) {
      const theirs = linksOf(recorded)
      for (const [rel, address] of linksOf(heard ?? '')) {
        addresses.set(theirs.get(rel) ?? '', address)
      }
    },
    address(recorded) {
      const whole = addresses.get(recorded)
      if (whole !== undefined) return whole
      const [place = '', query = ''] = recorded.split('?')
      const known = addresses.get(place) ?? place.replace(/^https:\/\/[^/]+/, url)
      return `${text(known)}${query === '' ? '' : `?${query}`}`
    },
    text,
  }
}

function withoutQuery(address: string) {
  return address.replace(/\{\?.*\}$/, '')
}

/** The addresses of a Link header by their relation. */
export function linksOf(header: string): Map<string, string> {
  const links = [...header.matchAll(/<([^>]+)>; rel="(\w+)"/g)]
  return new Map(links.map(([, address = '', rel = '']) => [rel, address]))
}

/** Whether a value has members by name: an object or a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
