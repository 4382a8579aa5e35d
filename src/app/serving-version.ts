import { Failure } from '../domain/failure.ts'
import type { Traffic } from '../ports/traffic.ts'

/** The version behind most of the traffic. @throws Failure when the router or the slot cannot say. */
export async function servingVersion(traffic: Traffic): Promise<string> {
  const weights = Object.entries(await traffic.weights()).sort(([, a], [, b]) => b - a)
  const [slot] = weights[0] ?? []
  const version = slot === undefined ? undefined : await traffic.versionIn(slot)
  if (version !== undefined) return version
  throw new Failure(
    'absent',
    'the slot that has the traffic does not answer with its version',
    'Name the version that serves as baseline_version',
  )
}
