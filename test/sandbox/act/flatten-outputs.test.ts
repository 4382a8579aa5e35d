import { expect, test } from '@jest/globals'
import { dispatched, outputs, results, runTrees, showing, suiteFile } from './rig.ts'

test('outputs: none of a skipped job, those of a failed one, none with the text of a secret', async () => {
  const run = await runTrees(
    {
      consumer: {
        'main.yml': dispatched(`
  off: { if: false, runs-on: x, outputs: { o: fixed }, steps: [{ run: ":" }] }
  early:
    runs-on: x
    outputs: { a-b: "\${{ steps.s.outputs.a }}", late: "\${{ steps.t.outputs.b }}" }
    steps:
      - { id: s, env: { V: "\${{ vars.HOSTILE }}" }, run: 'echo "a=$V" >> "$GITHUB_OUTPUT"' }
      - { run: exit 1 }
      - { id: t, run: 'echo b=2 >> "$GITHUB_OUTPUT"' }
  leak:
    runs-on: x
    outputs: { url: "http://\${{ steps.s.outputs.host }}/x", port: "80" }
    steps: [{ id: s, run: 'echo host=metrics.internal >> "$GITHUB_OUTPUT"' }]
  seen:
    needs: [off, early, leak]
    if: always()${showing({
      off: "format('[{0}]', needs.off.outputs.o)",
      early: "needs.early.outputs['a-b']",
      late: "format('[{0}]', needs['early'].outputs.late)",
      leak: "format('[{0}]', needs.leak.outputs.url)",
      port: 'needs.leak.outputs.port',
      undeclared: "format('[{0}]', needs.leak.outputs.nothing)",
      indirect: "format('[{0}]', needs.nobody.result)",
      all: 'toJSON(fromJSON(toJSON(needs)).early.outputs)',
      dynamic: 'needs[vars.JOB].outputs.port',
    })}
`),
      },
    },
    {
      secrets: { HOST: 'metrics.internal' },
      vars: { HOSTILE: `evil }} \${{ github.repository }}`, JOB: 'leak' },
    },
  )
  expect(results(run)).toEqual({
    off: 'skipped',
    early: 'failure',
    leak: 'success',
    seen: 'success',
  })
  expect(outputs(run, 'seen')).toEqual({
    off: '[]',
    early: `evil }} \${{ github.repository }}`,
    late: '[]',
    leak: '[]',
    port: '80',
    undeclared: '[]',
    indirect: '[]',
    all: JSON.stringify({ 'a-b': `evil }} \${{ github.repository }}`, late: '' }, null, 2),
    dynamic: '80',
  })
})

test('env, defaults, names and the fields of github are those of the file they stand in', async () => {
  const run = await runTrees(
    {
      consumer: {
        'main.yml': `name: Main\non: workflow_dispatch\nenv: { OUTER: outer, SHARED: caller }\njobs:
  c: { name: "Call of \${{ github.actor }}", uses: ${suiteFile('env.yml')}, with: { who: you } }
`,
      },
      suite: {
        'env.yml': `name: Env\non: { workflow_call: { inputs: { who: { type: string } } } }
env: { SHARED: "called for \${{ inputs.who }}", OWN: own }
defaults: { run: { working-directory: /tmp } }
jobs:
  inner:
    name: "inner \${{ inputs.who }}"
    runs-on: ubuntu-latest
    env: { OWN: job }
    outputs:
      seen: "\${{ steps.s.outputs.seen }}"
      github: "\${{ github.job }} \${{ github.workflow }} \${{ github.workflow_ref }} \${{ github.triggering_actor }}"
      file: "\${{ job.workflow_file_path }}@\${{ job.workflow_sha }}"
    steps: [{ id: s, run: 'echo "seen=$OUTER|$SHARED|$OWN|$PWD|$GITHUB_JOB" >> "$GITHUB_OUTPUT"' }]
`,
      },
    },
    { suiteSha: 'c'.repeat(40), triggeringActor: 'second' },
  )
  expect(outputs(run, 'c / inner')).toEqual({
    seen: '|called for you|job|/tmp|inner',
    github: 'inner Main acme/checkout-service/.github/workflows/main.yml@refs/heads/main second',
    file: `.github/workflows/env.yml@${'c'.repeat(40)}`,
  })
  expect(run.jobs[0]?.name).toBe('Call of octocat / inner you')
})
