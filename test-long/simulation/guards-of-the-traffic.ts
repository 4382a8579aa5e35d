import type { Planted } from './guards.ts'

const SHIFT = 'src/app/shift-traffic.ts'
const ADVANCE = 'src/app/advance.ts'
const JUDGE = 'src/app/judge-stage.ts'
const BACK = 'src/app/roll-back.ts'
const SAFE = 'src/app/make-safe.ts'
const STATE = 'src/domain/rollout/state.ts'
const SKIP = 'src/app/skip.ts'
const FINALIZE = 'src/app/finalize.ts'

/** What moves traffic, forward and back. */
export const OF_THE_TRAFFIC: readonly Planted[] = [
  {
    what: 'traffic moves before the intent is written',
    file: SHIFT,
    edits: [
      [
        'const asked = ports.clock.now().getTime()',
        'const asked = ports.clock.now().getTime()\n  await shiftUntilHeld(to, ports)',
      ],
    ],
  },
  {
    what: 'an intent moves traffic however long it took to be written',
    file: SHIFT,
    edits: [['const PROMPT_MS = 15_000', 'const PROMPT_MS = 15_000_000']],
  },
  {
    what: 'a step that another run is taking is settled at once',
    file: ADVANCE,
    edits: [
      ["if (await outlast(hand, ports)) return { line: 'another run has ended its step' }", ''],
    ],
  },
  {
    what: 'an interrupted step counts as done',
    file: ADVANCE,
    edits: [
      [
        'const done = intent !== undefined && weightsText(weights) === weightsText(intent.to)',
        'const done = intent !== undefined',
      ],
    ],
  },
  {
    what: 'an interrupted step is not settled',
    file: 'src/domain/rollout/decide.ts',
    edits: [["if (state.pending !== undefined) return { kind: 'settle' }", '']],
  },
  {
    what: 'a way back does not wait for a shift that is on its way',
    file: BACK,
    edits: [['\n  await holdBack(to, entries, ports)', '']],
  },
  {
    what: 'a way back takes no notice of a release that has completed',
    file: BACK,
    edits: [
      [
        "if (result !== 'completed') return { draft, planHash }",
        "if (result !== 'failed') return { draft, planHash }",
      ],
    ],
  },
  {
    what: 'the way back of one plan is written into the next one',
    file: BACK,
    edits: [['\n    assertSamePlan(chain, hand.rollout)', '']],
  },
  {
    what: 'a way back that has ended is gone once more',
    file: BACK,
    edits: [
      ["if (result === 'rolled-back') return undefined", ''],
      [
        "if (rolloutOf(entries)?.result === 'rolled-back') return 'another run has rolled back'",
        '',
      ],
    ],
  },
  {
    what: 'a failed stage is written down before the traffic is back',
    file: SAFE,
    edits: [["await tried('the traffic is not back yet', ports, takeBack)", 'true']],
  },
  {
    what: 'a weight that could not be recorded stays',
    file: SHIFT,
    edits: [
      [
        'if (ports.clock.now().getTime() - asked < IN_FLIGHT_MS)\n      await undo(before, { weights: to, audience: whom.audience }, ports)',
        '',
      ],
    ],
  },
  {
    what: 'a stage is shown to everybody',
    file: SHIFT,
    edits: [['await traffic.shift(to, audience)', 'await traffic.shift(to)']],
  },
  {
    what: 'a step that is undone leaves its audience behind',
    file: SHIFT,
    edits: [
      [
        'await traffic.shift(before.weights, before.audience)',
        'await traffic.shift(from.weights, to.audience)',
      ],
    ],
  },
  {
    what: 'a run takes back what another run has moved on',
    file: JUDGE,
    edits: [[' && !isMovedByAnother(verdict, plan)', '']],
  },
  {
    what: 'a run takes back the next release, which has its slot by now',
    file: JUDGE,
    edits: [[' || isReplaced(e))', ')']],
  },
  {
    what: 'a cancelled job takes the next step',
    file: ADVANCE,
    edits: [
      [
        'ports.signal.aborted ? halt(hand, ports) : forward(step, hand, ports)',
        'forward(step, hand, ports)',
      ],
    ],
  },
  {
    what: 'a way back that was interrupted is forgotten',
    file: STATE,
    edits: [["pending: intent, breach: 'rollback', reason: intent.reason", 'pending: intent']],
  },
  {
    what: 'a pass that comes late turns a way back around',
    file: STATE,
    edits: [[" || state.breach === 'rollback'", '']],
    behind: { file: SKIP, edits: [["if (breach === 'rollback')", 'if (breach === null)']] },
  },
  {
    what: 'a person goes on with what another one has begun to take back',
    file: SKIP,
    edits: [["if (breach === 'rollback')", 'if (breach === null)']],
  },
  {
    what: 'a release ends while another run moves its traffic',
    file: 'src/app/record-end.ts',
    edits: [
      [
        'rollout.pending !== undefined && rollout.pending.run !== ledger.run',
        'rollout.pending === null',
      ],
    ],
  },
  {
    what: 'a release that waited at a stage is not looked at again before it moves on',
    file: JUDGE,
    edits: [['if (stage === 0 || (weights', 'if (stage >= 0 || (weights']],
  },
  {
    what: 'a release is completed without a look at the router',
    file: FINALIZE,
    edits: [['return [await asked(WEIGHTS, weightsText(weights), look)]', 'return []']],
  },
  {
    what: 'the router is looked at with the first state of the record only, which may lag behind',
    file: FINALIZE,
    edits: [
      [
        'let world: readonly Evidence[] = []',
        'let looks = 0\n  let world: readonly Evidence[] = []',
      ],
      ['world = await evidence', 'world = looks++ > 0 ? world : await evidence'],
    ],
  },
  {
    what: 'what nobody can tell goes back before it is recorded',
    file: JUDGE,
    edits: [['(isUrgent ? backFirst : recordFirst)', 'backFirst']],
  },
  {
    what: 'a release that completed while it was taken back stays back',
    file: SAFE,
    edits: [
      [
        "await tried('the recorded weights are not set again', ports, () => asCompleted(hand, ports))",
        '',
      ],
    ],
  },
  {
    what: 'weights that a person has set are overwritten',
    file: SHIFT,
    edits: [['\n  await assertHeld(from, hand, ports)', '']],
  },
  {
    what: 'the same plan made anew counts as the one before',
    file: STATE,
    edits: [['planSeq: seq,', 'planSeq: 0,']],
  },
  {
    what: 'a bake ends early where the clock of the machine is set',
    file: 'src/adapters/runner/system-clock.ts',
    edits: [['new Date(start + passed() - from)', 'new Date(wall())']],
  },
]
