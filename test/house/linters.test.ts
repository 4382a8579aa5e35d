import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { actionlint } from '../../scripts/check/actionlint.ts'
import { toolPath } from '../../scripts/check/tool.ts'
import { zizmor } from '../../scripts/check/zizmor.ts'
import { findings, home } from './tree.ts'

const called = `
name: called
on:
  workflow_call:
    inputs:
      version: { type: string, required: true, description: The version. }
permissions: {}
jobs:
  a:
    name: a
    runs-on: ubuntu-latest
    timeout-minutes: 5
    concurrency: { group: a, queue: max }
    steps:
      - name: plan
        uses: $/actions/plan
        with: { version: '\${{ inputs.version }}' }
`
const thin = `
name: thin
on: workflow_dispatch
permissions: {}
jobs:
  b:
    name: b
    uses: org/release-actions/.github/workflows/called.yml@v1
    with: { version: 1.0.0 }
`
const files = {
  '.github/workflows/called.yml': called,
  'examples/shop/.github/workflows/thin.yml': thin,
  'actions/plan/action.yml':
    'name: plan\ndescription: Plans.\ninputs: { version: { description: v, required: true } }\n' +
    'runs: { using: node24, main: ../../dist/plan/index.js }\n',
  'dist/plan/index.js': '',
}

/** Where Go is missing there is no actionlint: the rule then says so, and `npm test` names it as not run. */
const orMissing = (expected: unknown[]) =>
  toolPath('actionlint') === undefined ? ['actionlint is missing: install Go'] : expected

test('actionlint: knows $/, the suite by its tag and queue, so that there is nothing to ignore', async () => {
  expect(await findings(actionlint, files)).toEqual(orMissing([]))
})

test('actionlint: a wrong input is found over a call of the suite, in its own files and in an example', async () => {
  const found = await findings(actionlint, {
    ...files,
    '.github/workflows/called.yml': called.replace('with: { version:', 'with: { verse:'),
    'examples/shop/.github/workflows/thin.yml': thin.replace('with: { version:', 'with: { verse:'),
  })
  expect(found).toEqual(
    orMissing([
      expect.stringMatching(/^\.github\/workflows\/called\.yml:16:.*missing input "version"/),
      expect.stringMatching(/^\.github\/workflows\/called\.yml:17:.*input "verse" is not defined/),
      expect.stringMatching(
        /^examples\/shop\/\.github\/workflows\/thin\.yml:8:.*input "version" is required/,
      ),
      expect.stringMatching(
        /^examples\/shop\/\.github\/workflows\/thin\.yml:9:.*input "verse" is not defined/,
      ),
    ]),
  )
})

const config = readFileSync(join(home, '.github/zizmor.yml'), 'utf8')

test('zizmor: the policy of the project lets the suite go by its tag and nobody else', async () => {
  expect(await findings(zizmor, { ...files, '.github/zizmor.yml': config })).toEqual([])
  const foreign = thin.replace('org/release-actions/', 'foreign/suite/')
  const found = await findings(zizmor, {
    '.github/zizmor.yml': config,
    'examples/shop/.github/workflows/thin.yml': foreign,
  })
  expect(found).toEqual([
    expect.stringMatching(
      /^examples\/shop\/\.github\/workflows\/thin\.yml:\d+: .*\(unpinned-uses\)$/,
    ),
  ])
})

test('zizmor: an ignored finding stays a finding, and the ignoring is one too', async () => {
  const foreign = thin.replace(
    'org/release-actions/.github/workflows/called.yml@v1',
    'foreign/x/.github/workflows/y.yml@v1 # zizmor: ignore[unpinned-uses]',
  )
  const found = await findings(zizmor, {
    '.github/zizmor.yml': `${config}  template-injection: { ignore: [x.yml] }\n`,
    'examples/shop/.github/workflows/thin.yml': foreign,
  })
  expect(found).toEqual([
    '.github/zizmor.yml: template-injection is ignored or switched off',
    'examples/shop/.github/workflows/thin.yml: ignores a finding of zizmor',
    expect.stringContaining('(unpinned-uses)'),
  ])
})

test('both: a tree without any workflow is not fine', async () => {
  expect(await findings(actionlint, {})).toEqual(['.github/workflows/: no workflow'])
  expect(await findings(zizmor, {})).toEqual(['no workflow and no action'])
})
