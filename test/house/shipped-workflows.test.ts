import { expect, test } from '@jest/globals'
import { filesIn, textOf } from '../../scripts/files.ts'
import { exampleWorkflows, isCalled, jobsOf, ownWorkflows } from '../../scripts/workflows/model.ts'
import { home } from './tree.ts'

const suite = ownWorkflows(home).filter(isCalled)
const examples = exampleWorkflows(home)
const textIn = (path: string) => textOf(home, path) ?? ''

test('[RW-13] no leg of a matrix hands anything on: the last one would win', () => {
  const matrices = suite.flatMap((workflow) =>
    jobsOf(workflow).filter(([, job]) => job.strategy !== undefined),
  )
  expect(matrices.map(([id]) => id)).toEqual(['cross-platform-verification'])
  expect(matrices.filter(([, job]) => job.outputs !== undefined)).toEqual([])
})

test('[RW-28] every file is below 500 kB and every expression below 21,000 characters', () => {
  const files = filesIn(home, '.github/workflows/*.yml', 'examples/*/.github/workflows/*.yml')
  expect(files.length).toBeGreaterThan(15)
  const large = files.filter((path) => Buffer.byteLength(textIn(path)) > 500_000)
  const long = files.filter((path) =>
    [...textIn(path).matchAll(/\$\{\{[\s\S]*?\}\}/g)].some(([text]) => text.length > 21_000),
  )
  expect([large, long]).toEqual([[], []])
})

test('[FI-32] nothing waits for what an issue of ours would start: GITHUB_TOKEN starts nothing, and the pages say so', () => {
  const started = [...suite, ...examples].flatMap(({ path, on }) =>
    ['issues', 'issue_comment', 'label']
      .filter((event) => event in on)
      .map((event) => [path, event]),
  )
  expect(started).toEqual([])
  expect(textIn('docs/limits.md')).toMatch(/What GITHUB_TOKEN causes starts no workflow/)
})

test('[RW-18] how often and how long a run can be run again is documented', () => {
  expect(textIn('docs/limits.md')).toMatch(/50 times.*30 days/s)
})

test('[RW-26] the only text that becomes data is the list of platforms, whose schema verify-assets has checked', () => {
  const read = [...suite, ...examples].flatMap(({ path }) =>
    [...textIn(path).matchAll(/.*fromJSON.*/gi)].map(([line]) => line.trim()),
  )
  const platforms = "fromJSON(needs['detect-version'].outputs.platforms)"
  expect(read).toEqual([`include: \${{ ${platforms} }}`])
})

test('[RW-07] who waits for a rollout in an example keeps its place, and nothing waits for a rollback', () => {
  const groups = examples.flatMap(({ file, concurrency, ...workflow }) =>
    [concurrency, ...jobsOf({ file, ...workflow }).map(([, job]) => job.concurrency)]
      .filter((group) => group !== undefined)
      .map((group) => [file, group]),
  )
  expect(groups).toEqual([
    ['canary-promote', { group: 'promote-canary', queue: 'max' }],
    // Of several watches that wait one is enough.
    ['release-watch', { group: 'release-watch' }],
    ['canary-promote', { group: 'promote-canary', queue: 'max' }],
    // Of the commits that wait only the newest is wanted: no queue.
    ['release-cloud', { group: 'release-cloud', 'cancel-in-progress': false }],
    ['release-edge', { group: 'release-edge', queue: 'max' }],
  ])
  expect(textIn('docs/limits.md')).toMatch(/a third run cancels the one that waits/)
})

test('[RW-17] who deploys after a gate asks the record for its pass: the outputs of jobs outlive their attempt', () => {
  const steps = suite.flatMap((workflow) => jobsOf(workflow).flatMap(([, job]) => job.steps ?? []))
  const given = (action: string, input: string) =>
    steps.flatMap(({ uses, with: inputs }) =>
      uses === `$/actions/${action}` && inputs?.[input] !== undefined
        ? [[inputs[input], inputs['plan-hash']]]
        : [],
    )
  const planned = `\${{ needs['pre-flight-validation'].outputs.plan_hash }}`
  expect(given('canary-promote', 'gate')).toEqual([['observability-gate', planned]])
  expect(given('observability-gate', 'record')).toEqual([['true', planned]])
})
