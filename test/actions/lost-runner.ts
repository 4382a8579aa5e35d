import type { ReleaseWorld, RunMore } from './release-world.ts'
import type { Run } from './run-action.ts'

/** A run whose runner is lost right after the router took its weights: it writes no outcome. */
export async function lostAtFirstShift(
  { traffic }: ReleaseWorld,
  run: (more: RunMore) => Promise<Run>,
): Promise<void> {
  let kill: (signal: NodeJS.Signals) => void = () => undefined
  traffic.take = (weights) => {
    kill('SIGKILL')
    return weights
  }
  await run({
    onStart: (end) => {
      kill = end
    },
  })
  traffic.take = (weights) => weights
}
