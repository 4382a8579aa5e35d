import { expect, test } from '@jest/globals'
import { called, dispatched, outputs, results, runTrees, suiteFile } from './rig.ts'

const job = 'runs-on: ubuntu-latest, steps: [{ run: ":" }]'
const failing = 'runs-on: ubuntu-latest, steps: [{ run: exit 1 }]'

/** Every way to depend on `c`, all in the caller's file. */
const dependents = `
  plain: { needs: c, ${job} }
  always: { needs: c, if: always(), ${job} }
  failed: { needs: c, if: failure(), ${job} }
  not-cancelled: { needs: c, if: "!cancelled()", ${job} }
  judged: { needs: c, if: "always() && needs.c.result == 'failure'", ${job} }
  after-always: { needs: always, ${job} }
  far-failed: { needs: after-always, if: failure(), ${job} }
  cancelled: { needs: c, if: cancelled(), ${job} }
`

test('a failed called job ends neither its file nor the caller, and counts at every depth', async () => {
  const run = await runTrees({
    consumer: { 'main.yml': dispatched(`  c: { uses: ${suiteFile('outer.yml')} }\n${dependents}`) },
    suite: {
      'outer.yml': called(`
  deep: { uses: $/.github/workflows/inner.yml }
  after: { needs: deep, ${job} }
  cleanup: { needs: after, if: always(), ${job} }
  undo: { needs: deep, if: failure(), ${job} }
`),
      'inner.yml': called(`
  bad: { ${failing} }
  next: { needs: bad, ${job} }
  third: { needs: next, if: failure(), ${job} }
  fine: { ${job} }
`),
    },
  })
  expect(results(run)).toEqual({
    'c / deep / bad': 'failure',
    'c / deep / next': 'skipped',
    'c / deep / third': 'success',
    'c / deep / fine': 'success',
    'c / after': 'skipped',
    'c / cleanup': 'success',
    'c / undo': 'success',
    plain: 'skipped',
    always: 'success',
    failed: 'success',
    'not-cancelled': 'success',
    judged: 'success',
    'after-always': 'skipped',
    'far-failed': 'success',
    cancelled: 'skipped',
  })
  expect(run.conclusion).toBe('failure')
  expect(run.problem).toBeUndefined()
})

test('a successful call of four levels is success for everybody who needs it', async () => {
  const run = await runTrees({
    consumer: {
      'main.yml': dispatched(`
  c: { uses: ${suiteFile('one.yml')} }
${dependents}
  seen:
    needs: [c, failed]
    if: always()
    runs-on: ubuntu-latest
    outputs:
      text: \${{ steps.s.outputs.text }}
    steps:
      - id: s
        run: echo 'text=\${{ join(needs.*.result, '+') }} \${{ needs.c.outputs.from }}' >> "$GITHUB_OUTPUT"
`),
    },
    suite: {
      'one.yml': called(
        `  n: { uses: $/.github/workflows/two.yml }`,
        `    outputs: { from: { value: "1\${{ jobs.n.outputs.from }}" } }`,
      ),
      'two.yml': called(
        `  n: { uses: $/.github/workflows/three.yml }`,
        `    outputs: { from: { value: "2\${{ jobs.n.outputs.from }}" } }`,
      ),
      'three.yml': called(
        `
  leaf:
    runs-on: ubuntu-latest
    outputs: { from: "\${{ steps.s.outputs.from }}" }
    steps: [{ id: s, run: 'echo from=3 >> "$GITHUB_OUTPUT"' }]
  skipped: { if: false, ${job} }
`,
        `    outputs: { from: { value: "\${{ jobs.leaf.outputs.from }}" } }`,
      ),
    },
  })
  expect(results(run)).toMatchObject({
    'c / n / n / leaf': 'success',
    'c / n / n / skipped': 'skipped',
    plain: 'success',
    failed: 'skipped',
    judged: 'skipped',
    'after-always': 'success',
    'far-failed': 'skipped',
    seen: 'success',
  })
  expect(outputs(run, 'seen').text).toBe('success+skipped 123')
  expect(run.conclusion).toBe('success')
})

test('a skipped call is skipped in all its jobs, and so is a call whose jobs are all skipped', async () => {
  const run = await runTrees({
    consumer: {
      'main.yml': dispatched(`
  off: { if: false, uses: ${suiteFile('inner.yml')} }
  empty: { uses: ${suiteFile('none.yml')} }
  chain: { needs: off, ${job} }
  seen:
    needs: [off, empty]
    if: always()
    runs-on: ubuntu-latest
    outputs: { text: "\${{ needs.off.result }} \${{ needs.empty.result }} [\${{ needs.off.outputs.word }}]" }
    steps: [{ run: ":" }]
`),
    },
    suite: {
      'inner.yml': called(
        `
  always: { if: always(), ${job} }
  nested: { uses: $/.github/workflows/none.yml }
`,
        `    outputs: { word: { value: hello } }`,
      ),
      'none.yml': called(`  never: { if: false, ${job} }`),
    },
  })
  expect(results(run)).toEqual({
    'off / always': 'skipped',
    'off / nested / never': 'skipped',
    'empty / never': 'skipped',
    chain: 'skipped',
    seen: 'success',
  })
  expect(outputs(run, 'seen').text).toBe('skipped skipped []')
  expect(run.conclusion).toBe('success')
})

test('a job with continue-on-error counts as successful, in the run and for those who need it', async () => {
  const run = await runTrees({
    consumer: {
      'main.yml': dispatched(`
  shaky: { continue-on-error: true, ${failing} }
  next: { needs: shaky, ${job} }
  called: { uses: ${suiteFile('inner.yml')}, with: { soft: true } }
  after: { needs: called, ${job} }
`),
    },
    suite: {
      'inner.yml': called(
        `  soft: { continue-on-error: "\${{ inputs.soft }}", ${failing} }`,
        `    inputs: { soft: { type: boolean } }`,
      ),
    },
  })
  expect(results(run)).toEqual({
    shaky: 'failure',
    next: 'success',
    'called / soft': 'failure',
    after: 'success',
  })
  expect(run.conclusion).toBe('success')
})
