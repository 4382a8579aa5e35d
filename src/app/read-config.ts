import { CONFIG_PATH, loadConfig } from '../domain/config/load.ts'
import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import type { Repository } from '../ports/repository.ts'

/**
 * The config at the head of the default branch, whatever ref was dispatched: anyone with write can dispatch any
 * branch, so policy never comes from there.
 * @throws Failure `absent` or `bad-config`.
 */
export async function readConfig(repository: Repository, profile: string): Promise<Config> {
  const branch = await repository.defaultBranch()
  const text = await repository.file(CONFIG_PATH, branch)
  if (text === undefined)
    throw new Failure(
      'absent',
      `${CONFIG_PATH} does not exist on the branch ${branch}`,
      'Add it, see docs/reference/config.md',
    )
  return loadConfig(text, profile)
}
