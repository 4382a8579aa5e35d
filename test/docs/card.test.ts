/** What the design card asks of the tree itself: the parts exist and are used. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { filesIn, textOf } from '../../scripts/files.ts'
import { exampleWorkflows, isCalled, jobsOf, ownWorkflows } from '../../scripts/workflows/model.ts'
import { calledFile, suitePath } from '../../scripts/workflows/reference.ts'
import { home } from '../house/tree.ts'

const textIn = (path: string) => textOf(home, path) ?? ''
const sources = filesIn(home, 'src/**/*.ts').map(textIn).join('\n')
const tests = filesIn(home, 'test/**/*.ts').map(textIn).join('\n')
const actionFiles = filesIn(home, 'action.yml', 'actions/*/action.yml')
const usingOf = (path: string) => parse(textIn(path)).runs.using as string

const installed = JSON.parse(textIn('package.json')).devDependencies

test.each(['@actions/artifact', '@octokit/core', '@octokit/plugin-retry', 'zod'])(
  '[R416] the product imports %s',
  (name) => {
    expect(sources).toContain(`'${name}'`)
    expect(installed).toHaveProperty([name])
  },
)

test.each(['@actions/core', '@actions/github'])(
  '[R416] %s comes with @actions/artifact, and the tests measure by it',
  (name) => {
    const { packages } = JSON.parse(textIn('package-lock.json'))
    expect(packages['node_modules/@actions/artifact'].dependencies).toHaveProperty([name])
    expect(tests).toMatch(new RegExp(`(?:from |import\\()'${name}'`))
    expect(installed).toHaveProperty([name])
  },
)

test('[R416] ncc bundles, jest tests, and sentry-cli comes from a committed lockfile', () => {
  expect(filesIn(home, 'scripts/build/*.ts').map(textIn).join('\n')).toContain('@vercel/ncc')
  expect(textIn('scripts/test/jest.ts')).toContain('jest')
  const lock = JSON.parse(textIn('actions/sentry-release/package-lock.json'))
  expect(lock.packages['node_modules/@sentry/cli']).toMatchObject({
    version: '3.8.0',
    integrity: expect.stringMatching(/^sha512-/),
  })
  const resolved = Object.values(lock.packages as object).filter((entry) => 'resolved' in entry)
  expect(resolved).toEqual([])
})

test('[R417] versions are parsed and compared by semver', () => {
  expect(sources).toContain("'semver/functions/parse.js'")
  expect(sources).toContain("'semver/functions/compare.js'")
  expect(installed).toHaveProperty('semver')
})

test.each([
  ...['package.json', 'tsconfig.json', 'action.yml', 'actions', '.github'],
  ...['dist', 'src', 'test', 'docs'],
])('[R418] %s is at the top', (path) => {
  expect(existsSync(join(home, path))).toBe(true)
})

test.each([
  ...['observability-gate', 'auto-freeze-issue', 'publish-rollout-metadata'],
  ...['verify-pypi', 'perf-regression', 'canary-promote'],
])('[R419] the action %s is there, with its bundle', (name) => {
  expect(usingOf(`actions/${name}/action.yml`)).toBe('node24')
  expect(existsSync(join(home, 'dist', name, 'index.js'))).toBe(true)
})

test('[R420] actions are JavaScript or composites', () => {
  expect([...new Set(actionFiles.map(usingOf))].sort()).toEqual(['composite', 'node24'])
})

test('[R421] the pipeline calls the other workflows, each of which can be called alone', () => {
  const called = ownWorkflows(home).filter(isCalled)
  const pipeline = called.find(({ file }) => file === 'orchestrated-release-pipeline')
  const calls =
    pipeline === undefined ? [] : jobsOf(pipeline).map(([, job]) => calledFile(job.uses))
  expect(calls.filter((name) => name !== undefined).sort()).toEqual([
    'enhanced-smoke-tests',
    'performance-regression-detection',
    'release-verification',
  ])
  expect(called.map(({ file }) => file)).toEqual(expect.arrayContaining(calls.filter(Boolean)))
})

test('[R422] [R423] every thin file calls org/release-actions, and an operator can dispatch it', () => {
  const files = exampleWorkflows(home)
  // What comes before a pipeline, the build, is the consumer's own.
  const own = ['release-cloud#build', 'release-edge#build']
  const others = files.flatMap((file) =>
    jobsOf(file)
      .filter(([, { uses = '' }]) => suitePath(uses) === undefined)
      .map(([id]) => `${file.file}#${id}`),
  )
  expect(others.sort()).toEqual(own)
  const seven = ownWorkflows(home)
    .filter(isCalled)
    .map(({ file }) => file)
  const dispatched = files
    .filter(({ path, on }) => path.includes('checkout-service') && 'workflow_dispatch' in on)
    .map(({ file }) => file)
  expect(dispatched.sort()).toEqual(seven.sort())
})

test('[R028] job ids with hyphens are read with bracket notation', () => {
  const texts = filesIn(home, '.github/workflows/*.yml').map(textIn).join('\n')
  expect(texts).toContain("needs['pre-flight-validation'].outputs.plan_hash")
  expect(texts.match(/\b(?:needs|jobs|inputs|outputs)\.[a-z_]+-[a-z]/g)).toBeNull()
})

test('[R362] the page for contributors says how to try a change, what stays, and what is generated', () => {
  const page = textIn('CONTRIBUTING.md')
  for (const part of ['gh workflow run', 'test/house/names.json', 'npm run docs', 'npm test'])
    expect(page).toContain(part)
})
