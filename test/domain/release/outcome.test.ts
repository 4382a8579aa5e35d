import { describe, expect, test } from '@jest/globals'
import { overall } from '../../../src/domain/judging/verdict.ts'
import {
  evidenceOfJobs,
  type JobResult,
  judgeJobs,
  parseJobResults,
} from '../../../src/domain/release/outcome.ts'
import fc from '../../properties.ts'

const FREEZE = 'auto-freeze-on-observability-failure'
const JOBS = [
  'pre-flight-validation',
  'performance-regression-check',
  'enhanced-smoke-tests',
  'release-verification',
  'observability-gate',
  'deploy-release',
  'post-deployment-validation',
  'setup-rollback-readiness',
  FREEZE,
] as const
const RESULTS: readonly JobResult[] = ['success', 'failure', 'cancelled', 'skipped', '']

/** A pipeline in which all went well, but for what is given. */
const pipeline = (change: Readonly<Record<string, JobResult>> = {}) =>
  new Map<string, JobResult>([
    ...JOBS.map((job) => [job, job === FREEZE ? 'skipped' : 'success'] as const),
    ...Object.entries(change),
  ])
const verdict = (results: ReadonlyMap<string, JobResult>, skips: readonly string[] = []) =>
  overall(evidenceOfJobs(judgeJobs(results, skips))).verdict

describe('a pipeline', () => {
  test('passes when every job did and nothing was frozen', () => {
    expect(verdict(pipeline())).toBe('pass')
  })

  test.each(JOBS.filter((job) => job !== FREEZE))(
    'does not pass with any other result of %s',
    (job) => {
      for (const result of RESULTS.filter((r) => r !== 'success'))
        expect(verdict(pipeline({ [job]: result }))).toBe('fail')
    },
  )

  test('any results of any jobs: only all successes and expected skips pass', () => {
    const result = fc.constantFrom(...RESULTS)
    const skips = fc.subarray([...JOBS])
    fc.assert(
      fc.property(fc.tuple(...JOBS.map(() => result)), skips, (results, expected) => {
        const given = new Map(JOBS.map((job, i) => [job, results[i] ?? '']))
        const bad = JOBS.filter((job) => {
          if (given.get(job) === 'skipped' && expected.includes(job)) return false
          if (job !== FREEZE) return given.get(job) !== 'success'
          const gates = [given.get('observability-gate'), given.get('deploy-release')]
          return given.get(job) !== 'skipped' || gates.some((g) => g !== 'success')
        })
        expect(verdict(given, expected)).toBe(bad.length === 0 ? 'pass' : 'fail')
      }),
      { numRuns: 3000 },
    )
  })

  test('every combination of the four jobs that depend on each other', () => {
    const four = ['observability-gate', 'deploy-release', FREEZE, 'performance-regression-check']
    const combinations = four.reduce<JobResult[][]>(
      (all) => all.flatMap((c) => RESULTS.map((r) => [...c, r])),
      [[]],
    )
    expect(combinations).toHaveLength(625)
    const passing = combinations
      .filter((results) => {
        const given = Object.fromEntries(results.map((r, i) => [four[i] ?? '', r]))
        return verdict(pipeline(given), ['performance-regression-check']) === 'pass'
      })
      .map((results) => results.join(' '))
    expect(passing).toEqual(['success success skipped success', 'success success skipped skipped'])
  })

  test('says why a skip is good and a success is not', () => {
    const results = pipeline({
      'performance-regression-check': 'skipped',
      [FREEZE]: 'success',
      'deploy-release': '',
    })
    const notes = Object.fromEntries(
      judgeJobs(results, ['performance-regression-check']).map((o) => [o.job, [o.good, o.note]]),
    )
    expect(notes).toMatchObject({
      'performance-regression-check': [true, 'skipped because asked'],
      'pre-flight-validation': [true, ''],
      'deploy-release': [false, 'no result'],
      [FREEZE]: [false, 'the channel was frozen'],
    })
    expect(judgeJobs(pipeline(), []).at(-1)?.note).toBe('nothing to freeze')
  })

  test('without a job there is nothing to pass', () => {
    expect(verdict(new Map())).toBe('inconclusive')
  })
})

describe('lines job=result', () => {
  test('are read as they were written', () => {
    const job = fc.stringMatching(/^[a-z0-9-]{1,20}$/)
    const results = fc.dictionary(job, fc.constantFrom(...RESULTS), { minKeys: 1 })
    fc.assert(
      fc.property(results, (record) => {
        const text = Object.entries(record).map(([j, r]) => `${j}=${r}`)
        expect(parseJobResults(text.join('\n'))).toEqual(new Map(Object.entries(record)))
        expect(parseJobResults(`\n  ${text.join('\r\n\n  ')}\n`)).toEqual(
          new Map(Object.entries(record)),
        )
      }),
    )
  })

  test.each([
    ['', 'nothing'],
    ['\n \n', 'blank lines only'],
    ['deploy', 'no result'],
    ['deploy=passed', 'an unknown word'],
    ['deploy=Success', 'a capital'],
    ['deploy=success\ndeploy=success', 'a job twice'],
    ['deploy=success\ngate = success', 'blanks'],
    ['=success', 'no name'],
    ['deploy=success=failure', 'two results'],
    ['de ploy=success', 'a blank in the name'],
    ['$(id)=success', 'a command'],
    ['deploy=success;gate=success', 'two in a line'],
  ])('%j is refused: %s', (text) => {
    expect(parseJobResults(text)).toBeUndefined()
  })
})
