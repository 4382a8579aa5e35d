import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import { noKey } from '../domain/ledger/trust.ts'
import { coreOf, skipped } from '../domain/release/bump.ts'
import { fits, misfit, typeByVersion } from '../domain/release/misfit.ts'
import { type Terms, termsOf } from '../domain/release/terms.ts'
import { type ReleaseType, type TypeWord, typeNamed } from '../domain/release/type.ts'
import { ruleOf } from '../domain/release/types.ts'
import { tagOf } from '../domain/release/version.ts'
import type { Repository } from '../ports/repository.ts'
import type { Ledger } from './ledger.ts'

/** What is known of versions that were made before. */
export interface History {
  readonly ledger: Pick<Ledger, 'versions'>
  readonly repository: Pick<Repository, 'tagCommit' | 'relation'>
}

interface Step {
  readonly baseline: string
  /** Newer than the baseline. */
  readonly version: string
  readonly channel: string
}

/**
 * The type of a release: the one that was asked for, else the one that its version tells; undefined where the config has
 * no types. A version may pass over others, such as one that was taken back, if each of them was made.
 * @throws Failure `bad-input` for a version that does not fit.
 */
export async function releaseType(
  word: TypeWord = 'by-version',
  step: Step,
  config: Config,
  history: History,
): Promise<ReleaseType | undefined> {
  const asked = typeNamed(word)
  if (config.types === undefined) {
    if (asked === undefined) return undefined
    throw new Failure(
      'bad-input',
      `input release_type: ${word}, and the config has no section types`,
      'Leave it out, or add types: {} to the config on the default branch',
    )
  }
  const { baseline, version } = step
  const type = asked ?? typeByVersion(baseline, version)
  if (type === undefined || !fits(type, baseline, version)) throw misfit(asked, baseline, version)
  await proveMade(skipped(ruleOf(type).bump, baseline, version) ?? [], step, config, history)
  return type
}

async function proveMade(
  versions: readonly string[],
  { baseline, version, channel }: Step,
  config: Config,
  { ledger, repository }: History,
): Promise<void> {
  if (versions.length === 0) return
  const recorded = (await ledger.versions({ product: config.product, channel })).map(coreOf)
  for (const passed of versions.filter((one) => !recorded.includes(one)))
    if ((await repository.tagCommit(tagOf(passed, config['tag-prefix']))) === undefined)
      throw new Failure(
        'bad-input',
        `input release_version: ${baseline} → ${version} passes over ${passed}, which was never tagged nor planned`,
        `Release ${passed}`,
      )
}

/**
 * What a plan says of a type.
 * @param key Private key of the run; undefined where it has none.
 * @throws Failure `unsigned` where a signature will be asked for that nobody could give or check.
 */
export function provenTerms(
  type: ReleaseType,
  version: string,
  { types, ledger }: Config,
  key: string | undefined,
): Terms {
  const terms = types === undefined ? {} : termsOf(type, types, version)
  if (terms.conditions?.approval !== 'signed') return terms
  const why = `a ${type} release asks for a signed approval`
  if (ledger.keys.length === 0)
    throw new Failure(
      'unsigned',
      `${why}, and ledger.keys of the config names no key`,
      'Make one, see docs/ledger.md#make-a-key',
    )
  if (key === undefined) throw noKey(why)
  return terms
}
