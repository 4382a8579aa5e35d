import { CONFIG_PATH } from '../domain/config/path.ts'
import type { Which } from '../domain/config/product.ts'
import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import type { Repository } from '../ports/repository.ts'

/**
 * The config at the head of the default branch, whatever ref was dispatched: anyone with write can dispatch any
 * branch, so policy never comes from there.
 * @throws Failure `absent` or `bad-config`.
 */
export async function readConfig(
  repository: Repository,
  profile: string,
  which: Which = {},
): Promise<Config> {
  const text = await repository.defaultFile(CONFIG_PATH)
  if (text === undefined)
    throw new Failure(
      'absent',
      `${CONFIG_PATH} does not exist on the default branch`,
      'Add it, see docs/reference/config.md, or let the token read contents',
    )
  const { loadConfig } = await import('../domain/config/load.ts')
  return loadConfig(text, profile, which)
}
