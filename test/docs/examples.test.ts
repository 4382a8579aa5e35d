import { expect, test } from '@jest/globals'
import { examples } from '../../scripts/check/examples.ts'
import { findings, home } from '../house/tree.ts'

const gate = `name: gate
description: Asks.
inputs:
  version: { description: Which., required: true }
runs: { using: node24, main: ../../dist/gate/index.js }
`
const page = (yaml: string) => `# Page\n\nText.\n\n\`\`\`yaml\n${yaml}\`\`\`\n`
const inPage = (yaml: string) =>
  findings(examples, {
    'actions/gate/action.yml': gate,
    'dist/gate/index.js': '',
    'docs/a/page.md': page(yaml),
  })

const job = (input: string) => `jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: org/release-actions/actions/gate@v1
        with:
          ${input}: \${{ inputs.release-version }}
`

test('jobs and steps are checked against the action that they call', async () => {
  expect(await inPage(job('version'))).toEqual([])
  const steps = '- uses: org/release-actions/actions/gate@v1\n  with: { version: 1.4.0 }\n'
  expect(await inPage(steps)).toEqual([])
  expect(await inPage(job('vresion'))).toEqual([
    expect.stringMatching(/^docs\/a\/page\.md:10:\d+: missing input "version"/),
    expect.stringMatching(/^docs\/a\/page\.md:12:\d+: input "vresion" is not defined/),
  ])
  expect(await inPage(steps.replace('version:', 'vresion:'))).toContainEqual(
    expect.stringMatching(/^docs\/a\/page\.md:7:\d+: input "vresion" is not defined/),
  )
})

test('a whole workflow is checked against the workflow that it calls', async () => {
  const called = `on: { workflow_call: { inputs: { version: { type: string, required: true } } } }
jobs: { a: { runs-on: ubuntu-latest, steps: [{ run: echo }] } }
`
  const caller = (input: string) => `on: push
jobs:
  a:
    uses: org/release-actions/.github/workflows/called.yml@v1
    with: { ${input}: '1' }
`
  const found = (input: string) =>
    findings(examples, {
      '.github/workflows/called.yml': called,
      'README.md': page(caller(input)),
    })
  expect(await found('version')).toEqual([])
  expect(await found('vresion')).toContainEqual(
    expect.stringMatching(/^README\.md:10:\d+: input "vresion" is not defined/),
  )
})

test('a configuration loads with each profile, and so do single sections', async () => {
  const config = 'product: shop\nobjectives: none\nprofiles:\n  fast: { looks: { interval: 1s } }\n'
  expect(await inPage(config)).toEqual([])
  expect(await inPage('looks: { interval: 30s }\n')).toEqual([])
  expect(await inPage(config.replace('1s', '1x'))).toEqual([
    expect.stringContaining(
      'docs/a/page.md:6: .github/release-actions.yml:4:20: looks.interval: must be a duration',
    ),
  ])
  expect(await inPage('looks: { interval: 30 }\n')).toHaveLength(1)
})

test('what is no YAML, and YAML of nothing, is named with its place', async () => {
  expect(await inPage('a: [\n')).toEqual([expect.stringMatching(/^docs\/a\/page\.md:6: /)])
  expect(await inPage('colour: red\n')).toEqual([
    'docs/a/page.md:6: neither a workflow, jobs, steps nor sections of .github/release-actions.yml',
  ])
  expect(await findings(examples, { 'README.md': '# Nothing\n' })).toEqual([
    'no page shows an example',
  ])
})

test('every example of this repository can be copied', async () => {
  expect(await examples.look(home)).toMatchObject({ findings: [] })
})
