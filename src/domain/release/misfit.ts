import { Failure } from '../failure.ts'
import { BUMP_FORMS, nextOf, skipped } from './bump.ts'
import { RELEASE_TYPES, type ReleaseType } from './type.ts'
import { ruleOf } from './types.ts'

/** The types that a version tells by itself. */
export const TOLD_BY_VERSION = RELEASE_TYPES.filter((type) => ruleOf(type).bump !== 'any')

/** The type that follows from baseline and version; undefined where none does. */
export function typeByVersion(baseline: string, version: string): ReleaseType | undefined {
  return TOLD_BY_VERSION.find((type) => fits(type, baseline, version))
}

/** Whether the version goes up as the type wants it; what was passed over on the way is not looked at. */
export function fits(type: ReleaseType, baseline: string, version: string): boolean {
  return skipped(ruleOf(type).bump, baseline, version) !== undefined
}

/** Why a version is not of a type, or of none at all. */
export function misfit(asked: ReleaseType | undefined, baseline: string, version: string): Failure {
  const step = `input release_version: ${baseline} → ${version}`
  const nextBy = (type: ReleaseType) => nextOf(ruleOf(type).bump, baseline) ?? 'no version'
  if (asked === undefined) {
    const wanted = TOLD_BY_VERSION.map((type) => `${type} (${nextBy(type)})`).join(', ')
    return new Failure(
      'bad-input',
      `${step} is of no release type; after ${baseline} come ${wanted}`,
      'Release one of these, or give release_type: migration where data moves to it in steps',
    )
  }
  const other = typeByVersion(baseline, version)
  return new Failure(
    'bad-input',
    `${step} is no ${asked} release, which wants ${BUMP_FORMS[ruleOf(asked).bump]}: ${nextBy(asked)}`,
    other === undefined
      ? `Release ${nextBy(asked)}`
      : `Give release_type: ${other}, or release ${nextBy(asked)}`,
  )
}
