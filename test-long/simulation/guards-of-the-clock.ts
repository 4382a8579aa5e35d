import type { Planted } from './guards.ts'

const DUE = 'src/domain/rollout/due.ts'
const TICK = 'src/app/tick-release.ts'

/** When a stage that no run watches is judged, and by whom. */
export const OF_THE_CLOCK: readonly Planted[] = [
  {
    what: 'a tick judges a stage whose bake is not over',
    file: DUE,
    edits: [["due: now < end || plan.clock === undefined ? 'baking' : 'due'", "due: 'due'"]],
  },
  {
    what: 'a tick that comes too late promotes all the same',
    file: DUE,
    edits: [["if (now > end + unattended) return { from, end, due: 'overdue' }", '']],
  },
  {
    what: 'a tick records the end of a release before it is published',
    file: 'src/app/finalize.ts',
    edits: [["if (found.verdict === 'pass' && isByTick)", 'if (world.length < 0)']],
  },
  {
    what: 'a tick begins a release before its gates',
    file: TICK,
    edits: [['step.stage > 0 || met.handedOver !== undefined', 'true']],
  },
]
