import type { Planted } from './guards.ts'

const LEDGER = 'src/app/ledger.ts'
const SHIFT = 'src/app/shift-traffic.ts'
const ADVANCE = 'src/app/advance.ts'
const BACK = 'src/app/roll-back.ts'
const ISSUE = 'src/app/one-issue.ts'

/** What is written, and what is asked before it is. */
export const OF_THE_RECORD: readonly Planted[] = [
  {
    what: 'the ledger is written to as it is, not as it was decided on',
    file: LEDGER,
    edits: [
      [
        'const snapshot = await this.#look()',
        'this.refresh()\n    const snapshot = await this.#look()',
      ],
      ['if (snapshot.chains.get(chainFolder(release)) !== chain) return false', ''],
    ],
  },
  {
    what: 'a commit whose answer is lost is sent again without a look',
    file: LEDGER,
    edits: [
      [
        "this.refresh()\n    if (result.kind === 'stale')",
        "if (result.kind === 'stale') this.refresh()\n    if (result.kind === 'stale')",
      ],
    ],
  },
  {
    what: 'the own entry is not recognised when the answer was lost',
    file: LEDGER,
    edits: [
      ['if (chain.some((e) => sent.has(e.id))) return chain', ''],
      ['some((e) => e.id === entry.id)', 'some(() => false)'],
    ],
  },
  {
    what: 'an issue is created again without a look when the answer was lost',
    file: ISSUE,
    edits: [
      [
        'await lookAgain(isSilent ? LOST_MS.slice(0, 2) : LOST_MS, look, clock)',
        'undefined\n    if (isSilent) return issues.create(content)',
      ],
    ],
  },
  {
    what: 'issues are looked for in a list that lags only',
    file: ISSUE,
    edits: [['const newest = await issues.newest(marker)', 'const newest: readonly Issue[] = []']],
  },
  {
    what: 'who creates an issue does not wait for another who does',
    file: ISSUE,
    edits: [
      ['const SETTLE_MS = 2000', 'const SETTLE_MS = 0'],
      ['...(await others(created, await look(), issues))', ''],
    ],
  },
  {
    what: 'whatever is no failure passes',
    file: 'src/domain/judging/verdict.ts',
    edits: [
      [
        'RANK[e.verdict] > RANK[worst] ? e.verdict : worst',
        "e.verdict === 'fail' ? e.verdict : worst",
      ],
    ],
  },
  {
    what: 'another plan than the one that was given is carried out',
    file: 'src/app/planned-rollout.ts',
    edits: [['planHash !== undefined && rollout.planHash !== planHash', 'planHash === null']],
  },
  {
    what: 'what was decided is written wherever the release stands by now',
    file: SHIFT,
    edits: [["if (stands(rollout, entries, draft.kind === 'verdict'))", 'if (entries)']],
  },
  {
    what: 'the end of a release leaves its marker',
    file: BACK,
    edits: [['[openReleasePath(hand.release)],', '[],']],
  },
  {
    what: 'a freeze is not asked for before a step',
    file: ADVANCE,
    edits: [['\n  await unlessFrozen()', '']],
  },
  {
    what: 'a freeze that cannot be read is none',
    file: ADVANCE,
    edits: [
      [
        'await readFreeze(hand.release, ports)',
        'await readFreeze(hand.release, ports).catch(() => ({ frozen: false, reason: "" }))',
      ],
    ],
  },
  {
    what: 'a freeze that came while an intent was contended is not seen',
    file: SHIFT,
    edits: [['if (!isFirst) await stillAllowed()', '']],
  },
  {
    what: 'anybody lifts a freeze by closing its issue',
    file: 'src/app/freeze-state.ts',
    edits: [["by !== undefined && ['admin', 'write'].includes(permission)", 'by !== undefined']],
  },
  {
    what: 'a freeze issue that was opened again is read from a list that lags',
    file: 'src/app/freeze-state.ts',
    edits: [['return asTheyAre([...listed, ...newest], issues)', 'return [...listed, ...newest]']],
  },
  {
    what: 'the lift of one freeze removes the next one',
    file: 'src/app/freeze.ts',
    edits: [['marker.version !== release.version || marker.seq !== seq', 'marker.seq < 0']],
  },
  {
    what: 'a release is planned beside another one',
    file: 'src/app/plan.ts',
    edits: [['if (other !== undefined)', 'if (other === null)']],
  },
  {
    what: 'a plan is written without a second look at what is open',
    file: 'src/app/plan.ts',
    edits: [['if (await checkOpen(plan, planHash, ports)) return undefined', '']],
  },
  {
    what: 'green jobs publish, whatever the record says',
    file: 'src/app/finalize.ts',
    edits: [[', evidenceOfRollout(rolloutOf(entries))', '']],
  },
  {
    what: 'an entry names a file that nobody stores',
    file: 'src/app/ledger-texts.ts',
    edits: [['...(files.length === 0 ? {} : { files }),', '']],
  },
  {
    what: 'a stage passes without the comparison that its plan asks for',
    file: 'src/app/observe-stage.ts',
    edits: [['const compared = isBake', 'const compared = !isBake']],
  },
  {
    what: 'a comparison is judged by fewer looks than were kept',
    file: 'src/app/compare-stage.ts',
    edits: [
      [
        'comparisonEvidence(stage, plan, looks), looks }',
        'comparisonEvidence(stage, plan, looks.slice(1)), looks }',
      ],
    ],
  },
  {
    what: 'the pass of the attempt before gives the first weight',
    file: 'src/domain/rollout/gate-pass.ts',
    edits: [[' && e.run.attempt === run.attempt', '']],
  },
]
