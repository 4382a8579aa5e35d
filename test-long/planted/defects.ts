/** One small defect for each of these rows of the fault catalogue, and the file with the test that has to find it. */

export interface Defect {
  /** Of the catalogue; the test names it in its title. */
  readonly row: string
  /** What a hurried change would have broken. */
  readonly what: string
  readonly file: string
  /** Stands in the file once. */
  readonly from: string
  readonly to: string
  readonly test: string
}

export const DEFECTS: readonly Defect[] = [
  {
    row: 'C-20',
    what: 'a failure is printed, and the exit code stays 0',
    file: 'src/adapters/runner/action.ts',
    from: 'process.exitCode = 1',
    to: '',
    test: 'test/actions/faults-environment.test.ts',
  },
  {
    row: 'C-66',
    what: 'a list that does not end counts as read when the last page allowed is',
    file: 'src/adapters/github/pages.ts',
    from: "throw new Failure('too-many'",
    to: "return { items, pages }\n  new Failure('too-many'",
    test: 'test/adapters/http/pages.test.ts',
  },
  {
    row: 'OG-36',
    what: 'a value that equals its limit is beyond it',
    file: 'src/domain/judging/objective.ts',
    from: "if (direction === 'at-most') return value <= limit",
    to: "if (direction === 'at-most') return value < limit",
    test: 'test/actions/faults-gate.test.ts',
  },
  {
    row: 'FI-07',
    what: 'of doubles the highest number is kept',
    file: 'src/app/one-issue.ts',
    from: '(b.number < a.number ? b : a)',
    to: '(b.number > a.number ? b : a)',
    test: 'test/actions/faults-freeze.test.ts',
  },
  {
    row: 'FI-10',
    what: 'whoever writes our marker is believed',
    file: 'src/adapters/github/issues.ts',
    from: "trusted: i.user?.type === 'Bot' || TRUSTED.includes(i.author_association ?? '')",
    to: 'trusted: true',
    test: 'test/actions/faults-freeze.test.ts',
  },
  {
    row: 'PM-10',
    what: 'half an upload counts by its size',
    file: 'src/adapters/github/releases.ts',
    from: "asset.state === 'uploaded' && asset.size",
    to: 'asset.size',
    test: 'test-long/actions/faults-writes.test.ts',
  },
  {
    row: 'PM-13',
    what: 'an upload counts by its size, whatever its digest is',
    file: 'src/adapters/github/releases.ts',
    from: "if (!whole || (asset.digest !== '' && asset.digest !== sha256(bytes)))",
    to: 'if (!whole)',
    test: 'test-long/actions/faults-writes.test.ts',
  },
  {
    row: 'VP-11',
    what: 'a yanked file is reported and passes',
    file: 'src/domain/packages/judge-files.ts',
    from: "verdict: yanked.length === 0 ? 'pass' : 'fail'",
    to: "verdict: 'pass'",
    test: 'test-long/actions/faults-packages.test.ts',
  },
  {
    row: 'PR-15',
    what: 'a metric that is gone is new',
    file: 'src/domain/performance/compare.ts',
    from: "if (after === undefined) return 'the current version does not have it'",
    to: "if (after === undefined) return ''",
    test: 'test-long/actions/faults-performance.test.ts',
  },
  {
    row: 'CP-25',
    what: 'a freeze that cannot be asked for is none',
    file: 'src/app/freeze-state.ts',
    from: "error instanceof Failure && error.code === 'gone'",
    to: 'error instanceof Failure',
    test: 'test-long/actions/faults-rollout.test.ts',
  },
  {
    row: 'RW-04',
    what: 'inherited secrets are looked for under another word',
    file: 'scripts/check/policy.ts',
    from: "job.secrets !== 'inherit'",
    to: "job.secrets !== 'inherited'",
    test: 'test/house/workflows.test.ts',
  },
  {
    row: 'RW-15',
    what: 'of the events that anybody can cause one is forgotten',
    file: 'src/actions/foreign-event.ts',
    from: "'issue_comment', ",
    to: '',
    test: 'test/actions/foreign-events.test.ts',
  },
  {
    row: 'C-80',
    what: 'any attempt of the run counts as this one',
    file: 'src/domain/rollout/gate-pass.ts',
    from: ' && e.run.attempt === run.attempt',
    to: '',
    test: 'test/actions/stale-verdicts.test.ts',
  },
  {
    row: 'CP-11',
    what: 'a pass is as good as on the day of its gate',
    file: 'src/domain/rollout/gate-pass.ts',
    from: 'if (age < STALE_MS) return undefined',
    to: 'if (age < Number.POSITIVE_INFINITY) return undefined',
    test: 'test/actions/stale-verdicts.test.ts',
  },
  {
    row: 'CP-23',
    what: "the machine's clock tells when a run is dead",
    file: 'src/adapters/github/server-time.ts',
    from: 'clock.adjust?.(off)',
    to: '',
    test: 'test/actions/lease.test.ts',
  },
  {
    row: 'C-80',
    what: 'what a run knew before the release was planned anew counts',
    file: 'src/app/left-behind.ts',
    from: 'if (last === undefined || last.seq >= planSeq) return',
    to: 'if (last === undefined || last.seq > 0) return',
    test: 'test-long/actions/stale-results.test.ts',
  },
  {
    row: 'C-80',
    what: 'the weights alone tell that a version serves',
    file: 'src/app/served.ts',
    from: 'if (running !== version) others.push',
    to: 'if (running === version && false) others.push',
    test: 'test-long/actions/stale-results.test.ts',
  },
]
