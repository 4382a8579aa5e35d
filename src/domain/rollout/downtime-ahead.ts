import { Failure } from '../failure.ts'
import type { Plan } from './plan.ts'

/** Length of a time to the second: so far all times of the suite are written alike. */
const SECONDS = '2000-01-01T00:00:00'.length

/** @param now ISO 8601, UTC. @throws Failure `bad-config` where the downtime that was declared is over. */
export function proveAhead({ version, downtime }: Plan, now: string): void {
  if (downtime === undefined || downtime.to.slice(0, SECONDS) > now.slice(0, SECONDS)) return
  throw new Failure(
    'bad-config',
    `the downtime that is declared for ${version} was over at ${downtime.to}`,
    'Declare another one under types in the config, or remove it',
  )
}
