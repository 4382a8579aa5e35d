import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runWorkflow } from '../../../sandbox/act/index.ts'
import {
  called,
  dispatched,
  optionsFor,
  outputs,
  results,
  runTrees,
  scratch,
  writeTrees,
} from './rig.ts'

test('checkout takes the commit of the run or another ref, setup-python says which interpreter there is', async () => {
  const folder = scratch()
  writeTrees(folder, {
    consumer: {
      './file.txt': 'one',
      'main.yml': dispatched(`
  j:
    runs-on: x
    outputs:
      seen: "\${{ steps.s.outputs.seen }}"
      python: "\${{ startsWith(steps.py.outputs.python-version, '3.') }}"
      commit: "\${{ steps.tag.outputs.commit }}"
    steps:
      - { run: test ! -e file.txt }
      - { uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 }
      - { id: tag, uses: actions/checkout@v5, with: { ref: v1.0.0, path: old } }
      - { id: py, uses: actions/setup-python@ece7cb06caefa5fff74198d8649806c4678c61a1, with: { python-version: "2.7" } }
      - { id: s, run: 'echo "seen=$(cat file.txt) $(cat old/file.txt)" >> "$GITHUB_OUTPUT"' }
  missing: { runs-on: x, steps: [{ uses: actions/checkout@v5, with: { ref: nowhere } }] }
`),
    },
  })
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: join(folder, 'consumer'),
      encoding: 'utf8',
    }).trim()
  git('init', '--quiet', '--initial-branch=main')
  git('add', '.')
  git('commit', '--quiet', '-m', 'one')
  git('tag', 'v1.0.0')
  execFileSync('sh', ['-c', 'echo two > file.txt'], { cwd: join(folder, 'consumer') })
  git('commit', '--quiet', '-am', 'two')
  const run = await runWorkflow(optionsFor(folder, { sha: git('rev-parse', 'HEAD') }))
  expect(results(run)).toEqual({ j: 'success', missing: 'failure' })
  expect(outputs(run, 'j')).toEqual({
    seen: 'two one',
    python: 'true',
    commit: git('rev-parse', 'v1.0.0'),
  })
  expect(run.annotations.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Python 2\.7 was asked for, the sandbox has 3\./),
      "A branch or tag with the name 'nowhere' could not be found",
    ]),
  )
})

test('act has one processor, so that no two of its jobs meet in one map; the programs of a job have all', async () => {
  const run = await runTrees({
    consumer: {
      'main.yml': dispatched(`
  j:
    runs-on: x
    outputs: { seen: "\${{ steps.s.outputs.seen }}" }
    steps:
      - { id: s, run: 'echo "seen=$(tr "\\0" "\\n" < /proc/$PPID/environ | grep GOMAXPROCS) [$GOMAXPROCS]" >> "$GITHUB_OUTPUT"' }
`),
    },
  })
  expect(outputs(run, 'j').seen).toBe('GOMAXPROCS=1 []')
})

test('a re-run of the failed jobs takes over the others and runs again what depends on them', async () => {
  const folder = scratch()
  writeTrees(folder, {
    consumer: {
      'main.yml': dispatched(`
  good: { runs-on: x, outputs: { at: "\${{ github.run_attempt }}" }, steps: [{ run: ":" }] }
  c: { needs: good, uses: org/release-actions/.github/workflows/inner.yml@v1 }
  after:
    needs: [good, c]
    if: always()
    runs-on: x
    outputs: { saw: "\${{ github.run_attempt }} \${{ needs.good.outputs.at }} \${{ needs.c.result }} \${{ needs.c.outputs.at }}" }
    steps: [{ run: ":" }]
`),
    },
    suite: {
      'inner.yml': called(
        `
  kept: { runs-on: x, outputs: { at: "\${{ github.run_attempt }}" }, steps: [{ run: ":" }] }
  flaky: { needs: kept, runs-on: x, steps: [{ run: 'test "$GITHUB_RUN_ATTEMPT" = 2' }] }
`,
        `    outputs: { at: { value: "\${{ jobs.kept.outputs.at }}" } }`,
      ),
    },
  })
  const first = await runWorkflow(optionsFor(folder))
  expect(first.conclusion).toBe('failure')
  expect(outputs(first, 'after').saw).toBe('1 1 failure 1')
  const second = await runWorkflow(optionsFor(folder, { runAttempt: 2, rerunFailedOf: first }))
  expect(second.conclusion).toBe('success')
  expect(outputs(second, 'after').saw).toBe('2 1 success 1')
  const again = second.jobs.filter((job) => !job.reused).map((job) => job.path)
  expect(again).toEqual(['c / flaky', 'after'])
})

test('workflows without failing calls give the same results as they are called', async () => {
  const job = (name: string): string =>
    `  ${name}: { runs-on: ubuntu-latest, outputs: { o: "\${{ inputs.word }}" }, steps: [{ id: s, uses: $/actions/say }] }`
  const trees = {
    consumer: {
      'main.yml': dispatched(
        `
  first: { runs-on: ubuntu-latest, steps: [{ run: 'test "\${{ inputs.word }}" = hello' }] }
  c: { needs: first, uses: org/release-actions/.github/workflows/inner.yml@v1, with: { word: "\${{ inputs.word }}" } }
  last: { needs: c, runs-on: ubuntu-latest, steps: [{ run: 'test "\${{ needs.c.outputs.o }}" = hello' }] }
  off: { needs: c, if: failure(), runs-on: ubuntu-latest, steps: [{ run: ":" }] }
  red: { needs: last, runs-on: ubuntu-latest, steps: [{ run: exit 1 }] }
`,
        '    inputs: { word: { type: string } }',
      ),
    },
    suite: {
      'actions/say/action.yml':
        'name: say\ndescription: s\nruns: { using: composite, steps: [{ shell: bash, run: echo said }] }\n',
      'inner.yml': called(
        `${job('one')}\n${job('two').replace('{ runs-on', '{ needs: one, runs-on')}`,
        `    inputs: { word: { type: string } }\n    outputs: { o: { value: "\${{ jobs.two.outputs.o }}" } }`,
      ),
    },
  }
  const inputs = { word: 'hello' }
  const flat = await runTrees(trees, { inputs })
  const plain = await runTrees(trees, { inputs, flatten: false })
  expect(results(flat)).toEqual({
    first: 'success',
    'c / one': 'success',
    'c / two': 'success',
    last: 'success',
    off: 'skipped',
    red: 'failure',
  })
  expect(results(plain)).toEqual(results(flat))
  expect(plain.conclusion).toBe(flat.conclusion)
})

test('a schedule has its payload and no inputs; act that cannot start is an error, not a result', async () => {
  const text = `name: Main
on: { schedule: [{ cron: "0 6 * * *" }], workflow_dispatch: { inputs: { v: { default: given } } } }
jobs:
  j: { runs-on: x, outputs: { saw: "\${{ github.event.schedule }} \${{ inputs.v || 'latest' }}" }, steps: [{ run: ":" }] }
`
  const trees = { consumer: { 'main.yml': text } }
  const run = await runTrees(trees, { event: 'schedule', payload: { schedule: '0 6 * * *' } })
  expect(outputs(run, 'j').saw).toBe('0 6 * * * latest')
  expect(outputs(await runTrees(trees), 'j').saw).toBe(' given')
  const { tools } = optionsFor('/')
  await expect(runTrees(trees, { tools: { ...tools, act: '/nowhere/act' } })).rejects.toThrow(
    'act could not be started',
  )
})

test('the run keeps to its folder and leaves the flat file and the log there', async () => {
  const run = await runTrees({
    consumer: { 'main.yml': dispatched('  j: { runs-on: x, steps: [{ run: ":" }] }') },
  })
  expect(readFileSync(run.flatFile, 'utf8')).toContain('jobs:')
  expect(existsSync(run.logFile)).toBe(true)
  expect(existsSync(join(run.logFile, '../cache'))).toBe(false)
})
