import type { Config } from '../domain/config/schema.ts'
import { schemeOf } from '../domain/release/scheme.ts'
import type { Repository } from '../ports/repository.ts'

/** The commit of a version: that of its tag, or itself. Undefined where there is none, and for a digest, which names none. */
export async function versionCommit(
  version: string,
  config: Pick<Config, 'tag-prefix' | 'version-scheme'>,
  repository: Pick<Repository, 'tagCommit' | 'commit'>,
): Promise<string | undefined> {
  const scheme = schemeOf(config)
  const tag = scheme.tag(version)
  if (tag !== undefined) return repository.tagCommit(tag)
  return scheme.name === 'git-sha' ? repository.commit(version) : undefined
}
