import { expect, test } from '@jest/globals'
import { called, dispatched, outputs, results, runTrees, suiteFile } from './rig.ts'

test('a matrix gives the outputs of its last successful leg', async () => {
  const run = await runTrees({
    consumer: {
      'main.yml': dispatched(`
  legs:
    strategy: { fail-fast: false, matrix: { n: [1, 2, 3], exclude: [{ n: 9 }], include: [{ n: 4, last: true }] } }
    runs-on: x
    outputs: { n: "\${{ steps.s.outputs.n }}", first: "\${{ steps.s.outputs.first }}" }
    steps:
      - { id: s, run: 'echo "n=\${{ matrix.n }}/\${{ strategy.job-total }}" >> "$GITHUB_OUTPUT"' }
      - { if: matrix.n == 1, run: 'echo first=yes >> "$GITHUB_OUTPUT"' }
      - { if: matrix.last, run: exit 1 }
  seen:
    needs: legs
    if: always()
    runs-on: x
    outputs: { text: "\${{ needs.legs.result }} \${{ needs.legs.outputs.n }}" }
    steps: [{ run: ":" }]
`),
    },
  })
  expect(results(run)).toEqual({
    'legs (1)': 'success',
    'legs (2)': 'success',
    'legs (3)': 'success',
    'legs (4, true)': 'failure',
    seen: 'success',
  })
  expect(outputs(run, 'seen').text).toBe('failure 3/4')
})

test('with fail-fast and max-parallel 1 no leg starts after a failed one', async () => {
  const run = await runTrees({
    consumer: {
      'main.yml': dispatched(`
  legs:
    strategy: { max-parallel: 1, matrix: { n: [1, 2, 3] } }
    runs-on: x
    steps: [{ run: 'exit \${{ matrix.n == 2 && 1 || 0 }}' }]
`),
    },
  })
  expect(results(run)).toEqual({
    'legs (1)': 'success',
    'legs (2)': 'failure',
    'legs (3)': 'cancelled',
  })
})

test('a matrix that is known only in the run, on a job and on a call', async () => {
  const run = await runTrees({
    consumer: {
      'main.yml': dispatched(`
  plan:
    runs-on: x
    outputs: { list: '["a","b"]', none: "[]" }
    steps: [{ run: ":" }]
  job:
    needs: plan
    strategy: { matrix: { v: "\${{ fromJSON(needs.plan.outputs.list) }}", os: [x, y] } }
    runs-on: x
    outputs: { o: "\${{ matrix.v }}\${{ matrix.os }}\${{ strategy.job-index }}" }
    steps: [{ run: ":" }]
  call:
    needs: plan
    name: "call of \${{ matrix.v }}"
    strategy: { matrix: { v: "\${{ fromJSON(needs.plan.outputs.list) }}" } }
    uses: ${suiteFile('leg.yml')}
    with: { v: "\${{ matrix.v }}" }
  empty:
    needs: plan
    strategy: { matrix: { v: "\${{ fromJSON(needs.plan.outputs.none) }}" } }
    runs-on: x
    steps: [{ run: ":" }]
  seen:
    needs: [job, call, empty]
    if: always()
    runs-on: x
    outputs: { text: "\${{ needs.job.result }} \${{ needs.job.outputs.o }} \${{ needs.call.outputs.v }} \${{ needs.empty.result }}" }
    steps: [{ run: ":" }]
`),
    },
    suite: {
      'leg.yml': called(
        `  one: { runs-on: x, outputs: { v: "\${{ inputs.v }}!" }, steps: [{ run: ":" }] }`,
        `    inputs: { v: { type: string } }\n    outputs: { v: { value: "\${{ jobs.one.outputs.v }}" } }`,
      ),
    },
  })
  expect(outputs(run, 'seen').text).toBe('success by3 b! failure')
  const names = run.jobs.map((job) => job.name)
  expect(names).toEqual(expect.arrayContaining(['job (a, x)', 'job (b, y)', 'call of b / one']))
  expect(run.jobs.filter((job) => job.path.startsWith('job '))).toHaveLength(4)
})

test('a call with a matrix runs the called file once a leg', async () => {
  const run = await runTrees({
    consumer: {
      'main.yml': dispatched(`
  call:
    strategy: { fail-fast: false, matrix: { v: [a, b, c] } }
    uses: ${suiteFile('leg.yml')}
    with: { v: "\${{ matrix.v }}" }
  seen:
    needs: call
    if: failure()
    runs-on: x
    outputs: { text: "\${{ needs.call.outputs.v }}" }
    steps: [{ run: ":" }]
`),
    },
    suite: {
      'leg.yml': called(
        `
  one: { runs-on: x, outputs: { v: "\${{ inputs.v }}" }, steps: [{ run: 'test \${{ inputs.v }} != c' }] }
  two: { needs: one, runs-on: x, steps: [{ run: ":" }] }
`,
        `    inputs: { v: { type: string } }\n    outputs: { v: { value: "\${{ jobs.one.outputs.v }}" } }`,
      ),
    },
  })
  expect(results(run)).toMatchObject({
    'call (a) / two': 'success',
    'call (b) / two': 'success',
    'call (c) / one': 'failure',
    'call (c) / two': 'skipped',
    seen: 'success',
  })
  expect(outputs(run, 'seen').text).toBe('b')
})
