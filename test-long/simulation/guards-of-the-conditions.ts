import type { Planted } from './guards.ts'

const UNMET = 'src/domain/rollout/unmet.ts'

/** What a release waits for before its first weight, and before its end. */
export const OF_THE_CONDITIONS: readonly Planted[] = [
  {
    what: 'an approval of an earlier plan counts for a plan that is made anew',
    file: 'src/domain/rollout/state.ts',
    edits: [
      ['state = begin(entry)\n', 'state = { ...begin(entry), met: state?.met ?? NOTHING_MET }\n'],
    ],
  },
  {
    what: 'a notice counts as soon as it is delivered',
    file: UNMET,
    edits: [
      [
        'if (now >= from) return undefined\n  const reason = `awaiting notice',
        'if (from > 0) return undefined\n  const reason = `awaiting notice',
      ],
    ],
  },
  {
    what: 'a release completes before its checks',
    file: UNMET,
    edits: [
      ["const asked = isOut ? [checklist('post-checked', state)]", 'const asked = isOut ? []'],
    ],
  },
  {
    what: 'a job ends what was handed over to people',
    file: 'src/domain/rollout/waiting.ts',
    edits: [
      [
        'state.met.handedOver !== undefined) return waitsForFirst(step)',
        'state.stage < 0) return waitsForFirst(step)',
      ],
    ],
  },
]
