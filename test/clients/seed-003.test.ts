/** @story */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { loadCallTree, preflight } from '../../sandbox/act/index.ts'
import { optionsFor } from '../sandbox/act/rig.ts'
import { commandsIn } from '../workflows/commands.ts'
import { type GhRig, REPOSITORY, startGhRig } from './gh/rig.ts'

const root = resolve(import.meta.dirname, '../..')
const example = join(root, 'examples/checkout-service')
const printed: { blocks: { lines: string; text: string }[] } = JSON.parse(
  readFileSync(join(root, 'test/data/seed-003-commands.json'), 'utf8'),
)
/** What the document leaves to its reader: the version that a step has found. */
const VERSION = '0.2.1'
const texts = printed.blocks.map(({ lines, text }) => ({
  lines,
  text: text.replace(/\$\{\{ steps\.release\.outputs\.new_release_version \}\}/, VERSION),
}))
const dispatches = texts.filter(({ text }) => text.includes('gh workflow run'))
const debugging = texts.find(({ text }) => text.includes('gh run list'))?.text ?? ''

let rig: GhRig
beforeAll(async () => {
  rig = await startGhRig()
})
afterAll(() => rig.close())

interface Declared {
  readonly default?: unknown
  readonly type?: string
}

/** The inputs that the thin file declares, each with what it is when nobody gives it. */
function defaultsOf(file: string): Record<string, string> {
  const path = join(example, '.github/workflows', file)
  const declared = parse(readFileSync(path, 'utf8')).on.workflow_dispatch.inputs
  const pairs = Object.entries(declared as Record<string, Declared>)
  return Object.fromEntries(pairs.map(([name, input]) => [name, String(input.default ?? '')]))
}

test('the document prints eight dispatches of the seven workflows', () => {
  const files = dispatches.flatMap(({ text }) => commandsIn(dedented(text))).map(({ file }) => file)
  expect(files).toHaveLength(8)
  expect([...new Set(files)].toSorted()).toEqual([
    'canary-deployment.yml',
    'canary-promote.yml',
    'enhanced-smoke-tests.yml',
    'orchestrated-release-pipeline.yml',
    'performance-regression-detection.yml',
    'release-rollback.yml',
    'release-verification.yml',
  ])
})

test.each(dispatches)(
  'lines $lines start their run as printed, with these inputs',
  async ({ text }) => {
    const before = rig.started.length
    const { code, out, err } = await rig.shell(text)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const [command] = commandsIn(dedented(text))
    const file = command?.file ?? ''
    expect(rig.started).toHaveLength(before + 1)
    const started = rig.started.at(-1)
    expect(started).toMatchObject({
      workflow: `.github/workflows/${file}`,
      event: 'workflow_dispatch',
      ref: 'refs/heads/main',
      actor: 'octocat',
      attempt: 1,
    })
    expect(started?.inputs).toEqual({ ...defaultsOf(file), ...command?.given })
    expect(out).toBe(`https://github.com/${REPOSITORY}/actions/runs/${started?.runId}`)
  },
)

test('gh run list, view and rerun as printed: the run is found, shown and run again', async () => {
  const [list = '', view = '', rerun = ''] = debugging
    .split('\n')
    .filter((line) => line.startsWith('gh '))
  const runs = rig.started.filter(({ workflow }) => workflow.endsWith('release-verification.yml'))
  const ids = [...new Set(runs.map(({ runId }) => runId))]
  const listed = await rig.shell(list)
  expect(listed.out.split('\n').map((line) => Number(line.split('\t')[6]))).toEqual(
    ids.toReversed(),
  )
  const id = String(ids[0])
  const shown = await rig.shell(view.replace('<run_id>', id))
  expect(shown.out).toContain('X main Verify a release')
  expect(shown.out).toContain('✓ release / gate in 0s')
  expect(shown.out).toContain('X p95 above its limit')
  const again = await rig.shell(rerun.replace('<run_id>', id))
  expect(again).toEqual({ code: 0, out: '', err: '' })
  expect(rig.started.at(-1)).toMatchObject({
    runId: ids[0],
    attempt: 2,
    onlyFailed: false,
    inputs: runs[0]?.inputs,
  })
})

test('a release published by a person starts its verification with the tag', async () => {
  const before = rig.started.length
  const made = await rig.gh('release', 'create', 'v0.2.1', '--title', 'v0.2.1', '--notes', '')
  expect(made.code).toBe(0)
  expect(rig.started.slice(before)).toMatchObject([
    {
      workflow: '.github/workflows/release-verification-published.yml',
      event: 'release',
      payload: { release: { tag_name: 'v0.2.1' } },
    },
  ])
})

test.each(['schedule', 'release', 'push'] as const)(
  'a rollback starts by dispatch only: %s is refused',
  (event) => {
    const options = optionsFor(rig.folder, { suite: root, consumer: example, event })
    const tree = loadCallTree(options, 'release-rollback.yml')
    expect(preflight(tree, options)).toEqual([
      expect.stringContaining(`Workflow does not have '${event}' trigger`),
    ])
  },
)

test('every request was one that GitHub describes', () => {
  expect(rig.github.violations).toEqual([])
})

/** The text without the blanks that its place in the document gives it. */
function dedented(text: string) {
  return text.replaceAll(/^ +(?=gh )/gm, '')
}
