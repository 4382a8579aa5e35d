import { expect, test } from '@jest/globals'
import { called, dispatched, outputs, runTrees } from './rig.ts'

/** An action with a token by default, a composite around it, and a file of the suite that uses both. */
const suite = {
  './action.yml': `name: root
description: root
inputs: { token: { description: t, default: "\${{ github.token }}" } }
outputs: { saw: { description: s } }
runs: { using: node24, main: dist/saw.mjs }
`,
  'actions/both/action.yml': `name: both
description: both
outputs: { saw: { value: "\${{ steps.inner.outputs.saw }}" }, own: { value: "\${{ steps.own.outputs.own }}" } }
runs:
  using: composite
  steps:
    - { id: inner, uses: $/ }
    - id: own
      shell: bash
      env: { TOKEN: "\${{ github.token }}" }
      run: echo "own=\${#TOKEN}" >> "$GITHUB_OUTPUT"; echo '# once' >> "$GITHUB_STEP_SUMMARY"
`,
  'dist/saw.mjs': `import { appendFileSync } from 'node:fs'
appendFileSync(process.env.GITHUB_OUTPUT, 'saw=' + process.env.INPUT_TOKEN.length + ' ' + process.env.GITHUB_JOB + '\\n')
`,
  'inner.yml': called(
    `
  reads:
    permissions: { contents: read }
    runs-on: x
    outputs: { saw: "\${{ steps.s.outputs.saw }}", own: "\${{ steps.s.outputs.own }}" }
    steps: [{ id: s, uses: $/actions/both }]
  all:
    runs-on: x
    outputs: { saw: "\${{ steps.s.outputs.saw }}" }
    steps: [{ id: s, uses: $/ }]
  none:
    permissions: {}
    runs-on: x
    outputs: { size: "\${{ steps.s.outputs.size }}" }
    steps: [{ id: s, env: { T: "\${{ secrets.GIVEN }}" }, run: 'echo "size=\${#T}" >> "$GITHUB_OUTPUT"' }]
`,
    '    secrets: { GIVEN: {} }',
  ),
}

test('each job has its own token with its own permissions, in actions, composites and secrets', async () => {
  const issued: Record<string, unknown> = {}
  const run = await runTrees(
    {
      consumer: {
        'main.yml': dispatched(`
  c:
    permissions: { contents: write, issues: write }
    uses: org/release-actions/.github/workflows/inner.yml@v1
    secrets: { GIVEN: "\${{ secrets.GITHUB_TOKEN }}" }
  plain: { runs-on: x, steps: [{ run: ":" }] }
`),
      },
      suite,
    },
    {
      issueToken: (permissions, job) => {
        issued[job] = permissions
        return 'x'.repeat(20 + Object.keys(issued).length)
      },
    },
  )
  expect(run.conclusion).toBe('success')
  expect(issued).toEqual({
    'c / reads': { contents: 'read' },
    'c / all': { contents: 'write', issues: 'write' },
    'c / none': {},
    plain: { contents: 'read', packages: 'read' },
  })
  expect(outputs(run, 'c / reads')).toEqual({ saw: '21 reads', own: '21' })
  expect(outputs(run, 'c / all').saw).toBe('22 all')
  expect(outputs(run, 'c / none').size).toBe('23')
  expect(run.summaries).toEqual([{ job: 'c / reads', step: 's', markdown: '# once\n' }])
})

test('a job sees the secrets of its environment at the top, and below a call only what is passed', async () => {
  const job = `{ environment: "\${{ github.event_name == 'push' && 'x' || 'production' }}", runs-on: x, outputs: { saw: "\${{ secrets.KEY == 'of-the-environment' }} \${{ vars.WHERE }}" }, steps: [{ run: ":" }] }`
  const run = await runTrees(
    {
      consumer: {
        'main.yml': dispatched(`
  top: ${job}
  c: { uses: org/release-actions/.github/workflows/inner.yml@v1, secrets: { KEY: "\${{ secrets.KEY }}" } }
`),
      },
      suite: { 'inner.yml': called(`  j: ${job}`, '    secrets: { KEY: {} }') },
    },
    {
      secrets: { KEY: 'of-the-repository' },
      vars: { WHERE: 'anywhere' },
      environments: {
        staging: { secrets: { KEY: 'other' } },
        production: { secrets: { KEY: 'of-the-environment' }, vars: { WHERE: 'there' } },
      },
    },
  )
  expect(outputs(run, 'top').saw).toBe('true there')
  expect(outputs(run, 'c / j').saw).toBe('false there')
})
