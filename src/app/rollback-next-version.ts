import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import { passed } from '../domain/judging/verdict.ts'
import { nextFreeVersion } from '../domain/release/next-version.ts'
import { tagPrefixOf } from '../domain/release/scheme.ts'
import { spoken } from '../domain/release/spoken.ts'
import { parseVersion, tagOf } from '../domain/release/version.ts'
import { base, type RollbackPorts, type RollbackReport, type Route } from './rollback-route.ts'

/** Tags without a release that are asked for one by one. */
const MOST_TAGS = 50

/**
 * The version that the emergency release gets: the next one after the version that is left which no release, no record
 * and no tag has. It is not reserved: whoever publishes it makes its tag.
 */
export async function nextVersion(
  route: Route,
  config: Config,
  ports: RollbackPorts,
): Promise<RollbackReport> {
  if (tagPrefixOf(config) === undefined)
    return {
      verdict: passed(
        'versions of the product are not numbered: what main gives next is the next one',
      ),
      outputs: { ...base(route), next_version: '' },
    }
  const next = await freeVersion(route, config['tag-prefix'], ports)
  return {
    verdict: passed(`the next free version after ${route.current} is ${next}`),
    outputs: { ...base(route), next_version: next },
    summary: [`${spoken(route.target)} goes out again as \`${next}\`.`],
  }
}

async function freeVersion(
  { product, current }: Route,
  tagPrefix: string,
  { ledger, releases, repository }: RollbackPorts,
): Promise<string> {
  const channel = parseVersion(current, '')?.channel ?? ''
  const published = (await releases.published()).map(({ tag }) => tag)
  const recorded = (await ledger.versions({ product, channel })).map((v) => tagOf(v, tagPrefix))
  const tags = [...published, ...recorded]
  for (let asked = 0; asked < MOST_TAGS; asked++) {
    const next = nextFreeVersion(current, tags, tagPrefix)
    const tag = tagOf(next, tagPrefix)
    if ((await repository.tagCommit(tag)) === undefined) return next
    tags.push(tag)
  }
  throw new Failure(
    'no-version',
    `${MOST_TAGS} tags after ${tagOf(current, tagPrefix)} exist without a release`,
    'Remove those that nobody needs, or name the version by hand',
  )
}
