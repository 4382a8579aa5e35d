import { describe, expect, test } from '@jest/globals'
import { condition } from '../../sandbox/act/expression/template.ts'
import { policy } from '../../scripts/check/policy.ts'
import type { ActionFile } from '../../scripts/docs/actions.ts'
import { filesIn, yamlOf } from '../../scripts/files.ts'
import { exampleWorkflows, jobsOf, ownWorkflows, type Step } from '../../scripts/workflows/model.ts'
import { everyCase, runs, slips, type Values } from './condition-mutants.ts'
import { findings, home } from './tree.ts'

const braces = (text: string) => `\${{ ${text} }}`
const workflow = (job: object) =>
  JSON.stringify({
    on: 'workflow_call',
    permissions: {},
    jobs: { a: { 'timeout-minutes': 5, ...job } },
  })
const path = '.github/workflows/a.yml'
const found = (job: object) => findings(policy, { [path]: workflow(job) })
const beside = 'if: something stands beside the braces, which is always true'

/** Every condition of our workflows, of the examples and of the composite actions, by where it stands. */
function conditions(): [string, unknown][] {
  const ofSteps = (place: string, steps: readonly Step[] = []) =>
    steps.flatMap((step, i): [string, unknown][] =>
      'if' in step ? [[`${place}/${step.id ?? i}`, step.if]] : [],
    )
  const jobs = [...ownWorkflows(home), ...exampleWorkflows(home)].flatMap((file) =>
    jobsOf(file).flatMap(([id, job]): [string, unknown][] => [
      ...('if' in job ? [[`${file.file}/${id}`, job.if] as [string, unknown]] : []),
      ...ofSteps(`${file.file}/${id}`, job.steps),
    ]),
  )
  const composites = filesIn(home, 'actions/*/action.yml').flatMap((file) => {
    const { runs } = (yamlOf(home, file) ?? {}) as ActionFile
    return ofSteps(file.split('/')[1] ?? '', (runs?.steps ?? []) as readonly Step[])
  })
  return [...jobs, ...composites]
}

describe('[RW-11] a condition with anything beside its braces is always true', () => {
  const always: readonly (readonly [string, string])[] = [
    ['text behind it', `${braces('a == b')} x`],
    ['text before it', `x ${braces('a == b')}`],
    ['a line break behind it', `${braces('a == b')}\n`],
    ['a blank before it', ` ${braces('a == b')}`],
    ['two of them', `${braces('a')} && ${braces('b')}`],
    ['a part of it', `a == ${braces('b')}`],
    ['braces that do not close', '$' + '{{ a == b'],
  ]
  test.each(always)('%s is found, in a job and in a step', async (_what, text) => {
    expect(await found({ if: text })).toEqual([`${path}: job a: ${beside}`])
    const steps = [{ id: 's', name: 's', if: text, run: 'x' }]
    expect(await found({ steps })).toEqual([`${path}: job a: step s: ${beside}`])
  })

  test('what is no condition at all is found; a whole expression is fine', async () => {
    expect(await found({ if: true })).toEqual([`${path}: job a: if: true is no condition`])
    expect(await found({ if: ' ' })).toEqual([`${path}: job a: if: is empty`])
    expect(await found({ if: braces('a == b') })).toEqual([])
    expect(await found({ if: 'a == b\n' })).toEqual([])
  })

  test('each condition of ours that gets something beside it is found', async () => {
    for (const [, written] of conditions()) {
      const bare = String(written).trim()
      for (const text of [`${braces(bare)} `, `${braces(bare)}\n`, `!${braces(bare)}`])
        expect(await found({ if: text })).toEqual([`${path}: job a: ${beside}`])
    }
  })
})

const of = (job: string) => (v: Values) => v[`needs.${job}.result`] === 'success'
const go = (v: Values) => v['cancelled()'] === false
const ok = (v: Values) => v['success()'] === true
const after = (job: string) => (v: Values) => go(v) && of(job)(v)
const PLAN = 'needs.pre-flight-validation.outputs'
const PIPELINE = 'orchestrated-release-pipeline'

/** When each of them runs, said once more. */
const WANTED: Readonly<Record<string, (v: Values) => boolean>> = {
  'canary-promote/validate-canary-promotion': (v) => ok(v) && v['inputs.operation'] === 'advance',
  'canary-promote/promote-canary': (v) =>
    go(v) && (v['inputs.operation'] !== 'advance' || of('run-pre-promotion-tests')(v)),
  'canary-promote/finalize-promotion': (v) =>
    ['advance', 'resume', 'skip'].includes(String(v['inputs.operation'])),
  'canary-promote/finalize-promotion/record': () => true,
  'canary-deployment/schedule-progressive-rollout': (v) =>
    ok(v) && v['inputs.auto_promote'] === true,
  'canary-deployment/finalize-canary-deployment': () => true,
  'canary-deployment/finalize-canary-deployment/record': () => true,
  'enhanced-smoke-tests/performance-smoke-tests': (v) =>
    ok(v) && v['inputs.test_depth'] !== 'basic',
  'enhanced-smoke-tests/generate-smoke-test-report': () => true,
  'performance-regression-detection/create-regression-report': after('benchmark-current-version'),
  'release-rollback/validate-rollback/event': (v) =>
    ok(v) && v['github.event_name'] !== 'workflow_dispatch',
  'release-rollback/revert-and-build': after('validate-rollback'),
  'release-rollback/handle-pypi-action': after('validate-rollback'),
  'release-rollback/finalize-rollback': () => true,
  'release-verification/create-verification-report': () => true,
  // GitHub compares texts without regard to case.
  'sentry-release/install': (v) =>
    ok(v) && !['true', 'True', 'TRUE'].includes(String(v['inputs.dry-run'])),
  [`${PIPELINE}/performance-regression-check`]: (v) =>
    ok(v) && v[`${PLAN}.can_proceed`] === 'true' && v['inputs.skip_performance_check'] === false,
  [`${PIPELINE}/enhanced-smoke-tests`]: (v) => {
    const result = v['needs.performance-regression-check.result']
    const skipped = result === 'skipped' && v['inputs.skip_performance_check'] === true
    return go(v) && v[`${PLAN}.can_proceed`] === 'true' && (result === 'success' || skipped)
  },
  [`${PIPELINE}/release-verification`]: after('enhanced-smoke-tests'),
  [`${PIPELINE}/observability-gate`]: after('release-verification'),
  [`${PIPELINE}/deploy-release`]: (v) =>
    after('release-verification')(v) &&
    of('observability-gate')(v) &&
    v['needs.observability-gate.outputs.verdict'] === 'pass',
  [`${PIPELINE}/deploy-release/withdrawn`]: (v) => v['steps.packages.outputs.verdict'] === 'fail',
  [`${PIPELINE}/post-deployment-validation`]: (v) =>
    after('deploy-release')(v) && v['needs.deploy-release.outputs.handed_over'] !== 'true',
  [`${PIPELINE}/setup-rollback-readiness`]: after('deploy-release'),
  [`${PIPELINE}/auto-freeze-on-observability-failure`]: (v) =>
    of('release-verification')(v) && !(of('observability-gate')(v) && of('deploy-release')(v)),
  [`${PIPELINE}/finalize-release-pipeline`]: () => true,
  [`${PIPELINE}/finalize-release-pipeline/decision`]: (v) => ok(v) && v[`${PLAN}.plan_hash`] !== '',
  [`${PIPELINE}/finalize-release-pipeline/checkout`]: () => true,
  [`${PIPELINE}/finalize-release-pipeline/record`]: () => true,
}

test.each(conditions())('the condition of %s', (name, written) => {
  const tree = condition(written)
  const wanted = WANTED[name]
  if (tree === undefined || wanted === undefined) throw new Error(`${name}: ${String(written)}`)
  const cases = everyCase(tree)
  const wrong = cases.filter((values) => runs(tree, values) !== wanted(values))
  expect(wrong).toEqual([])
  // A slip that nobody could see here would be none.
  const unseen = slips(tree).filter(({ tree: slip }) =>
    cases.every((values) => runs(slip, values) === wanted(values)),
  )
  expect(unseen.map(({ text }) => text)).toEqual([])
})
