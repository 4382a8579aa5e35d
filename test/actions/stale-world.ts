/** The jobs of a pipeline whose verdicts another attempt or run may have made. */
import { expect } from '@jest/globals'
import type { ReleaseWorld } from './release-world.ts'
import type { Run } from './run-action.ts'

type Env = Readonly<Record<string, string>>
export const AGAIN: Env = { GITHUB_RUN_ATTEMPT: '2' }

/** The gate of a channel that is not enforced: it passes, and is recorded. */
export async function gateOf(world: ReleaseWorld, env: Env = {}): Promise<void> {
  const inputs = { version: '1.1.0', enforce: 'beta', record: 'true' }
  const { outputs } = await world.run('observability-gate', inputs, { env })
  expect(outputs.verdict).toBe('pass')
}

/** The job that deploys once the gate has passed. @param gate Empty: it asks for none. */
export function deployGated(
  world: ReleaseWorld,
  planHash: string,
  env: Env = {},
  gate = 'observability-gate',
): Promise<Run> {
  const all = { stages: 'all', promote_immediately: 'false', operation: 'advance' }
  const inputs = { canary_version: '1.1.0', 'plan-hash': planHash, gate, ...all }
  return world.run('canary-promote', inputs, { env })
}
