import { expect, test } from '@jest/globals'
import { names } from '../../scripts/check/names.ts'
import { findings } from './tree.ts'

const table = JSON.stringify({
  canary: {
    inputs: {
      version: { call: 'string', dispatch: 'string', required: true },
      mode: {
        call: 'string',
        dispatch: 'choice',
        options: ['a', 'b'],
        required: true,
        default: 'a',
      },
    },
    jobs: { deploy: ['url'], finish: [] },
    events: ['schedule'],
  },
})
const called = `
on:
  workflow_call:
    inputs:
      version: { type: string, required: true }
      mode: { type: string, default: a }
      further: { type: boolean, default: false }
permissions: {}
jobs:
  deploy: { runs-on: ubuntu-latest, outputs: { url: x } }
  finish: { runs-on: ubuntu-latest }
`
const thin = `
on:
  workflow_dispatch:
    inputs:
      version: { type: string, required: true }
      mode: { type: choice, options: [a, b], required: true, default: a }
permissions: {}
jobs:
  canary:
    uses: org/release-actions/.github/workflows/canary.yml@v1
    with:
      version: \${{ inputs.version }}
      mode: \${{ inputs.mode }}
`
const nightly = `
on: { schedule: [{ cron: '0 6 * * *' }] }
permissions: {}
jobs:
  canary:
    uses: org/release-actions/.github/workflows/canary.yml@v1
    with: { version: latest }
`
const folder = 'examples/checkout-service/.github/workflows'
const files: Readonly<Record<string, string>> = {
  'test/house/names.json': table,
  '.github/workflows/canary.yml': called,
  [`${folder}/canary.yml`]: thin,
  [`${folder}/canary-nightly.yml`]: nightly,
}

test('files that say what the table says pass, with further optional inputs', async () => {
  expect(await findings(names, files)).toEqual([])
})

test('a choice may offer more behind what the table says', async () => {
  const path = `${folder}/canary.yml`
  const more = (files[path] ?? '').replace('[a, b]', '[a, b, c]')
  expect(more).toContain('[a, b, c]')
  expect(await findings(names, { ...files, [path]: more })).toEqual([])
})

test('missing files are named, a missing table too', async () => {
  expect(await findings(names, { 'test/house/names.json': table })).toEqual([
    '.github/workflows/canary.yml: missing, or without workflow_call',
    `${folder}/canary.yml: missing`,
    `${folder}: no file of its own calls canary.yml on schedule`,
  ])
  expect(await findings(names, {})).toEqual(['test/house/names.json is missing'])
})

const broken: [string, string, string, string][] = [
  ['another default', '.github/workflows/canary.yml', 'default: a', 'default: b'],
  [
    '[RW-14] another type',
    '.github/workflows/canary.yml',
    'version: { type: string',
    'version: { type: number',
  ],
  ['a missing input', '.github/workflows/canary.yml', 'mode:', 'mood:'],
  [
    'a further input that is required',
    '.github/workflows/canary.yml',
    'boolean, default: false',
    'boolean, required: true',
  ],
  ['a job of another name', '.github/workflows/canary.yml', 'finish:', 'finalize:'],
  ['a job without its output', '.github/workflows/canary.yml', 'url: x', 'uri: x'],
  ['another choice', `${folder}/canary.yml`, '[a, b]', '[a, c]'],
  ['a choice in another order', `${folder}/canary.yml`, '[a, b]', '[b, a]'],
  ['an input that is not handed on', `${folder}/canary.yml`, 'inputs.mode', 'inputs.version'],
  ['another trigger beside', `${folder}/canary.yml`, 'on:', 'on:\n  push:'],
  ['a call of something else', `${folder}/canary.yml`, 'canary.yml@', 'other.yml@'],
]

test.each(broken)('%s is found', async (_, path, before, after) => {
  const text = files[path] ?? ''
  expect(text).toContain(before)
  const found = await findings(names, { ...files, [path]: text.replace(before, after) })
  expect(found.length).toBeGreaterThan(0)
  expect(found[0]).toContain(path)
})
