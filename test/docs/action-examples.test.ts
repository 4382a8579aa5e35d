/** Each action's page has a complete workflow; test-long/docs/action-examples.test.ts runs them all. */
import { expect, test } from '@jest/globals'
import { policy } from '../../scripts/check/policy.ts'
import { zizmor } from '../../scripts/check/zizmor.ts'
import { foldersIn, textOf } from '../../scripts/files.ts'
import { jobsOf } from '../../scripts/workflows/model.ts'
import { findings, home } from '../house/tree.ts'
import { actionExamples, usesOf } from './action-examples.ts'

test.each(foldersIn(`${home}/actions`))(
  'the page of %s has a complete workflow with it',
  (action) => {
    const own = actionExamples.filter((example) => example.action === action)
    expect(own.flatMap(usesOf)).toContain(`org/release-actions/actions/${action}`)
  },
)

test('every job says exactly what it may do', () => {
  const silent = actionExamples.flatMap(({ action, workflow }) =>
    jobsOf(workflow).flatMap(([id, job]) =>
      typeof job.permissions === 'object' ? [] : [`${action}: ${id}`],
    ),
  )
  expect(silent).toEqual([])
})

/** As if a consumer had copied them. */
const thin = (change: (text: string) => string) => ({
  '.github/zizmor.yml': textOf(home, '.github/zizmor.yml') ?? '',
  ...Object.fromEntries(
    actionExamples.map(({ action, text }, i) => [
      `examples/pages/.github/workflows/${action}-${i}.yml`,
      change(text),
    ]),
  ),
})

/** A group on every job would let the next run throw a rollback or a freeze away that waits (docs/limits.md, G9). */
const counts = (finding: string) => !finding.endsWith('(concurrency-limits)')

test('they keep to what the files of the examples keep to', async () => {
  const files = thin((text) => text)
  expect(await findings(policy, files)).toEqual([])
  expect((await findings(zizmor, files)).filter(counts)).toEqual([])
  const tagged = thin((text) => text.replaceAll(/checkout@\w{40} # /g, 'checkout@'))
  expect(await findings(policy, tagged)).not.toEqual([])
  expect((await findings(zizmor, tagged)).filter(counts)).not.toEqual([])
})
