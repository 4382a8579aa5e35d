import { expect, test } from '@jest/globals'
import { overall } from '../../src/domain/judging/verdict.ts'
import { evidenceOfJobs, type JobResult, judgeJobs } from '../../src/domain/release/outcome.ts'

const GOOD: Readonly<Record<string, JobResult>> = {
  'pre-flight-validation': 'success',
  'performance-regression-check': 'success',
  'enhanced-smoke-tests': 'success',
  'release-verification': 'success',
  'observability-gate': 'success',
  'deploy-release': 'success',
  'post-deployment-validation': 'success',
  'setup-rollback-readiness': 'success',
  'auto-freeze-on-observability-failure': 'skipped',
  'go-no-go': 'success',
}

const verdict = (changes: Readonly<Record<string, JobResult>>, expected: readonly string[] = []) =>
  overall(evidenceOfJobs(judgeJobs(new Map(Object.entries({ ...GOOD, ...changes })), expected)))
    .verdict

test('a pipeline whose jobs all succeeded and that had nothing to freeze passes', () => {
  expect(verdict({})).toBe('pass')
})

test.each(
  Object.keys(GOOD).flatMap((job) =>
    (['failure', 'cancelled', ''] as const).map((result) => [job, result] as const),
  ),
)('a pipeline whose job %s ended with "%s" never passes', (job, result) => {
  expect(verdict({ [job]: result })).toBe('fail')
})

test.each(Object.keys(GOOD).filter((job) => GOOD[job] === 'success'))(
  'a pipeline whose job %s was skipped without being asked to never passes',
  (job) => {
    expect(verdict({ [job]: 'skipped' })).toBe('fail')
  },
)

test('a comparison of performance that was skipped because asked does no harm', () => {
  const skipped = { 'performance-regression-check': 'skipped' } as const
  expect(verdict(skipped, ['performance-regression-check'])).toBe('pass')
})

test('a freeze that was made is a failure, and so is one that is missing after a failed rollout', () => {
  expect(verdict({ 'auto-freeze-on-observability-failure': 'success' })).toBe('fail')
  const results = judgeJobs(
    new Map(Object.entries({ ...GOOD, 'deploy-release': 'failure' as const })),
    [],
  )
  const freeze = results.find((r) => r.job === 'auto-freeze-on-observability-failure')
  expect(freeze?.good).toBe(false)
})
