/** The types of a release, smallest first. */
export const RELEASE_TYPES = ['patch', 'minor', 'major', 'migration'] as const
export type ReleaseType = (typeof RELEASE_TYPES)[number]

/** What a type may be called; `by-version`: the one that follows from baseline and version. */
export const TYPE_WORDS = ['by-version', 'patch', 'hotfix', 'minor', 'major', 'migration'] as const
export type TypeWord = (typeof TYPE_WORDS)[number]

/** The type that a word names; undefined for `by-version`. A hotfix is a patch in a hurry: the same is asked of it. */
export function typeNamed(word: TypeWord): ReleaseType | undefined {
  if (word === 'by-version') return undefined
  return word === 'hotfix' ? 'patch' : word
}
