import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import type { RunEvent } from '../../../sandbox/act/index.ts'
import { called, dispatched, results, runTrees } from './rig.ts'

test('nothing that is shown or stored holds a secret', async () => {
  const events: RunEvent[] = []
  const secret = 'se"cret\nsecond-line'
  const run = await runTrees(
    {
      consumer: {
        'main.yml': dispatched(`
  j:
    runs-on: x
    steps:
      - id: s
        env: { S: "\${{ secrets.DEEP }}" }
        run: |
          echo "$S"
          echo "::notice title=$(echo "$S" | tail -1)::see $(echo "$S" | head -1)"
          found=$(echo 'found at run time' | tr ' ' '-')
          echo "::add-mask::$found"
          echo "now $found"
          echo "# $S" >> "$GITHUB_STEP_SUMMARY"
          echo "o=$found" >> "$GITHUB_OUTPUT"
          echo "$S" | tail -1 | base64
`),
      },
    },
    { secrets: { DEEP: secret }, onEvent: (event) => events.push(event) },
  )
  expect(run.conclusion).toBe('success')
  const shown = JSON.stringify([run, events]) + readFileSync(run.logFile, 'utf8')
  expect(shown).toContain('***')
  for (const text of [
    'cret',
    'second-line',
    'found-at-run-time',
    'c2Vjb25kLWxp',
    'token<',
    'runtime-token',
  ])
    expect(shown).not.toContain(text)
})

test('annotations and the last lines of a failing step are complete', async () => {
  const lines: string[] = []
  const run = await runTrees(
    {
      consumer: {
        'main.yml': dispatched(`
  j:
    runs-on: x
    steps: [{ id: s, uses: org/release-actions/actions/loud@v1 }]
`),
      },
      suite: {
        'actions/loud/action.yml':
          'name: loud\ndescription: l\nruns: { using: node24, main: ../../dist/loud.mjs }\n',
        'dist/loud.mjs': `for (let i = 0; i < 3000; i++) console.log('line ' + i)
console.log('::warning file=a=b,title=x%2Cy::a::b%0Ac')
process.stderr.write('::error::the end without a newline')
process.exitCode = 1
`,
      },
    },
    { onEvent: (event) => void (event.kind === 'output' && lines.push(event.line)) },
  )
  expect(results(run)).toEqual({ j: 'failure' })
  expect(lines.filter((line) => line.startsWith('line '))).toHaveLength(3000)
  expect(run.annotations).toEqual([
    { level: 'warning', title: 'x,y', message: 'a::b\nc', job: 'j' },
    { level: 'error', message: 'the end without a newline', job: 'j' },
  ])
})

test('a live view hears of real jobs and steps in their order, with names as GitHub shows them', async () => {
  const heard: string[] = []
  await runTrees(
    {
      consumer: {
        'main.yml': dispatched(`
  c: { uses: org/release-actions/.github/workflows/inner.yml@v1 }
  off: { needs: c, if: failure(), runs-on: x, steps: [{ run: ":" }] }
`),
      },
      suite: {
        'inner.yml': called(`
  j:
    runs-on: x
    steps:
      - { name: "Say \${{ github.actor }}", id: say, run: echo hello }
      - { if: false, run: echo never }
      - run: |
          : first line
          : second line
`),
      },
    },
    {
      onEvent: (event) => {
        const { kind, job } = event
        const more = 'name' in event ? event.name : 'line' in event ? event.line : ''
        if (kind !== 'step-ended') heard.push(`${kind} ${job} ${more}`.trim())
      },
    },
  )
  expect(heard).toEqual([
    'job-started c / j c / j',
    'step-started c / j Say octocat',
    'output c / j hello',
    'step-started c / j Run : first line',
    'job-ended c / j',
    'job-ended off',
  ])
})
