/** The repository of the suite and the ref that stands for "the commit that is running" under act. */
export const suiteSlug = 'org/release-actions'
export const suiteRef = 'local'

/** Whose file a reference stands in. */
export type Origin = 'consumer' | 'suite'

/** What a `uses` means: a path in the suite, a path in the file's own repository or workspace, or somebody else's. */
export type Uses =
  | { readonly kind: 'suite'; readonly path: string }
  | { readonly kind: 'own'; readonly path: string }
  | {
      readonly kind: 'foreign'
      readonly repository: string
      readonly path: string
      readonly ref: string
    }

const remote = /^([^/@]+\/[^/@]+)(?:\/([^@]+))?@(.+)$/

/** Reads the `uses` of a job or a step that stands in a file of `origin`. */
export function parseUses(uses: string, origin: Origin): Uses | undefined {
  if (uses === '$/' || uses.startsWith('$/')) {
    const path = uses.slice(2).replace(/^\.$/, '')
    return origin === 'suite' ? { kind: 'suite', path } : undefined
  }
  if (uses.startsWith('./')) return { kind: 'own', path: uses.slice(2) }
  const found = remote.exec(uses)
  if (!found) return undefined
  const [, repository = '', path = '', ref = ''] = found
  return repository === suiteSlug
    ? { kind: 'suite', path }
    : { kind: 'foreign', repository, path, ref }
}

/** The form of a suite reference that act resolves with `--local-repository`. */
export function localUses(path: string): string {
  return `${suiteSlug}${path === '' ? '' : `/${path}`}@${suiteRef}`
}

/** The `uses` of a step as act must see it: suite references become local ones, everything else stays. */
export function stepUses(uses: string, origin: Origin): string {
  const parsed = parseUses(uses, origin)
  return parsed?.kind === 'suite' ? localUses(parsed.path) : uses
}

/** The `uses` of a job as act must see it: `./` in a file of the suite means the suite. */
export function jobUses(uses: string, origin: Origin): string {
  const parsed = parseUses(uses, origin)
  const suite = parsed?.kind === 'suite' || (parsed?.kind === 'own' && origin === 'suite')
  return suite ? localUses(parsed.path) : uses
}
