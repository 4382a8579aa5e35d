import { existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { copySuite, copyWorkflows } from '../../../sandbox/act/suite-copy.ts'
import { type CallTree, loadCallTree } from '../../../sandbox/act/tree/call-tree.ts'
import { called, dispatched, results, runTrees, scratch, suiteFile, writeTrees } from './rig.ts'

const job = 'runs-on: x, steps: [{ uses: $/ }, { uses: $/actions/b }]'
const treeOf = (folder: string): CallTree =>
  loadCallTree({ consumer: join(folder, 'consumer'), suite: join(folder, 'suite') }, 'main.yml')
const javascript = 'name: a\ndescription: a\nruns: { using: node24, main: ../../dist/a.js }\n'

test('the copy has what the run uses: local references, no keys that act refuses, and a link to dist', () => {
  const folder = scratch()
  writeTrees(folder, {
    consumer: { 'main.yml': dispatched(`  m: { uses: ${suiteFile('w.yml')} }`) },
    suite: {
      './action.yml': javascript,
      './dist/a.js': '',
      'actions/unused/action.yml': javascript,
      'unused.yml': called(`  j: { ${job} }`),
      'actions/a/action.yml': javascript,
      'actions/a/README.md': 'long',
      'actions/a/package-lock.json': '{}',
      'actions/a/node_modules/x/action.yml': javascript,
      'actions/b/action.yml':
        'name: b\ndescription: b\nruns: { using: composite, steps: [{ uses: $/actions/a }, { shell: bash, run: "echo uses: $/x" }] }\n',
      'w.yml': called(`
  j: { concurrency: { group: g, queue: max }, permissions: { contents: read, artifact-metadata: read }, environment: { name: e, deployment: false }, ${job} }
  n: { uses: $/.github/workflows/w2.yml, timeout-minutes: 3 }
  o: { uses: ./.github/workflows/w2.yml }
`),
      'w2.yml': called(`  j: { ${job} }`),
    },
  })
  const copy = join(folder, 'copy')
  copySuite(join(folder, 'suite'), copy, treeOf(folder))
  copyWorkflows(treeOf(folder), 'suite', copy)
  const read = (file: string): string => readFileSync(join(copy, file), 'utf8')
  const workflow = read('.github/workflows/w.yml')
  expect(workflow).toContain('uses: org/release-actions@local')
  expect(workflow).toContain('uses: org/release-actions/actions/b@local')
  expect(
    workflow.match(/uses: org\/release-actions\/\.github\/workflows\/w2\.yml@local/g),
  ).toHaveLength(2)
  for (const refused of ['queue', 'artifact-metadata', 'deployment', 'timeout-minutes'])
    expect(workflow).not.toContain(refused)
  expect(read('actions/b/action.yml')).toContain('uses: org/release-actions/actions/a@local')
  expect(read('actions/a/package-lock.json')).toBe('{}')
  expect(existsSync(join(copy, 'actions/a/README.md'))).toBe(false)
  expect(existsSync(join(copy, 'actions/a/node_modules'))).toBe(false)
  expect(readdirSync(join(copy, 'actions')).sort()).toEqual(['a', 'b'])
  expect(readdirSync(join(copy, '.github/workflows')).sort()).toEqual(['w.yml', 'w2.yml'])
  expect(lstatSync(join(copy, 'dist')).isSymbolicLink()).toBe(true)
})

test('a self-repository reference that nobody understands stops the copy', () => {
  const folder = scratch()
  writeTrees(folder, {
    consumer: { 'main.yml': dispatched(`  m: { uses: ${suiteFile('odd.yml')} }`) },
    suite: {},
  })
  const odd = join(folder, 'suite/.github/workflows/odd.yml')
  writeFileSync(
    odd,
    `${called('  j: { runs-on: x, steps: [{ run: ":" }] }')}\nextra: { uses: $/x }\n`,
  )
  expect(() => copyWorkflows(treeOf(folder), 'suite', join(folder, 'copy'))).toThrow(
    'odd.yml: a self-repository reference ($/…) is left in the copy for act',
  )
})

test('a crash of act and a job without a result are failures with a reason', async () => {
  const folder = scratch()
  const act = join(folder, 'act')
  writeFileSync(act, '#!/bin/sh\necho "fatal error: concurrent map writes" >&2\nexit 2\n', {
    mode: 0o755,
  })
  const trees = {
    consumer: { 'main.yml': dispatched('  j: { runs-on: x, steps: [{ run: ":" }] }') },
  }
  const crashed = await runTrees(trees, { tools: { act, node: '/' } })
  expect(crashed.conclusion).toBe('failure')
  expect(crashed.problem).toBe('act crashed: fatal error: concurrent map writes')
  expect(results(crashed)).toEqual({ j: 'missing' })
  const broken = await runTrees({
    consumer: {
      'main.yml': dispatched(`
  j: { runs-on: x, steps: [{ uses: org/release-actions/actions/b@v1 }] }
  k: { needs: j, if: always(), runs-on: x, steps: [{ run: ":" }] }
`),
    },
    suite: {
      'actions/b/action.yml': 'name: b\ndescription: b\nruns: { using: node26, main: x.js }\n',
    },
  })
  expect(broken.conclusion).toBe('failure')
  expect(broken.problem).toMatch(/^act gave no result for .*k.*: /)
})
