import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import { schemeOf } from '../domain/release/scheme.ts'
import type { Repository } from '../ports/repository.ts'

interface Versions {
  readonly version: string
  readonly baseline: string
}

/**
 * What is released is newer than what serves. A commit is, unless git's history says that it came before: what went out
 * from another branch is no ancestor of anything, and the newest plan is the newest release. Of digests nothing is known
 * but that they differ.
 * @throws Failure `bad-input`.
 */
export async function proveNewer(
  { version, baseline }: Versions,
  config: Config,
  repository: Pick<Repository, 'relation'>,
): Promise<void> {
  const { name, compare } = schemeOf(config)
  const isOlder =
    compare !== undefined
      ? compare(version, baseline) <= 0
      : version === baseline ||
        (name === 'git-sha' && (await cameBefore(version, baseline, repository)))
  if (isOlder)
    throw new Failure(
      'bad-input',
      `input release_version: ${version} is not newer than baseline_version ${baseline}`,
      'To go back use release-rollback',
    )
}

async function cameBefore(
  version: string,
  baseline: string,
  repository: Pick<Repository, 'relation'>,
) {
  const relation = await repository.relation(baseline, version)
  return relation === 'behind' || relation === 'identical'
}
