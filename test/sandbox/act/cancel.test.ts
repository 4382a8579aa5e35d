import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { dispatched, outputs, results, runTrees, type Trees } from './rig.ts'

/** An action that says how it was stopped: it handles SIGINT, or it waits for SIGTERM, or it ignores both. */
const action = {
  'actions/hold/action.yml': `name: hold
description: holds
inputs: { until: { description: signal } }
outputs: { said: { description: what it saw } }
runs: { using: node24, main: ../../dist/hold.mjs, post: ../../dist/tidy.mjs }
`,
  'dist/tidy.mjs': `console.log('tidied')`,
  'dist/hold.mjs': `import { appendFileSync } from 'node:fs'
const seen = []
const say = () => appendFileSync(process.env.GITHUB_OUTPUT, 'said=' + seen.join('+') + '\\n')
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    seen.push(signal)
    say()
    if (process.env.INPUT_UNTIL === signal) process.exit(130)
  })
setInterval(() => undefined, 1000)
console.log('holding')
`,
}

function holding(until: string): Trees {
  return {
    consumer: {
      'main.yml': dispatched(`
  before: { runs-on: x, outputs: { o: kept }, steps: [{ run: ":" }] }
  held:
    needs: before
    runs-on: x
    outputs: { said: "\${{ steps.hold.outputs.said }}", status: "\${{ steps.last.outputs.status }}" }
    steps:
      - { id: hold, uses: org/release-actions/actions/hold@v1, with: { until: ${until} } }
      - { run: echo never }
      - { id: last, if: always(), run: 'echo "status=\${{ job.status }}" >> "$GITHUB_OUTPUT"' }
  next: { needs: held, runs-on: x, steps: [{ run: ":" }] }
  cleanup:
    needs: [held, before]
    if: cancelled()
    runs-on: x
    outputs: { saw: "\${{ needs.held.result }} \${{ needs.held.outputs.said }} \${{ needs.before.outputs.o }}" }
    steps: [{ run: ":" }]
  record: { needs: next, if: always(), runs-on: x, steps: [{ run: ":" }] }
`),
    },
    suite: action,
  }
}

async function cancelled(until: string): Promise<Awaited<ReturnType<typeof runTrees>>> {
  const button = new AbortController()
  return await runTrees(holding(until), {
    cancel: button.signal,
    cancelGrace: { interruptMs: 400, terminateMs: 200 },
    onEvent: (event) => {
      if (event.kind === 'output' && event.line === 'holding') button.abort()
    },
  })
}

test('a cancelled run interrupts the running step, then runs what holds in a cancelled run', async () => {
  const run = await cancelled('SIGINT')
  expect(run.conclusion).toBe('cancelled')
  expect(results(run)).toEqual({
    before: 'success',
    held: 'cancelled',
    next: 'skipped',
    cleanup: 'success',
    record: 'success',
  })
  expect(outputs(run, 'held')).toEqual({ said: 'SIGINT', status: 'cancelled' })
  expect(outputs(run, 'cleanup').saw).toBe('cancelled SIGINT kept')
  const held = run.jobs.find((job) => job.path === 'held')
  expect(held?.steps.map((step) => step.outcome)).toEqual(['failure', 'skipped', 'success'])
})

test('a step that goes on gets SIGTERM, and is killed in the end', async () => {
  const slow = await cancelled('SIGTERM')
  expect(outputs(slow, 'held').said).toBe('SIGINT+SIGTERM')
  const deaf = await cancelled('never')
  expect(results(deaf).held).toBe('cancelled')
  expect(results(deaf).record).toBe('success')
})

/** A killed process that nobody has collected yet counts as gone. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

test('an aborted run ends at once and leaves no process behind', async () => {
  const stop = new AbortController()
  let pid = 0
  const run = await runTrees(
    {
      consumer: {
        'main.yml': dispatched(`
  j:
    runs-on: x
    steps:
      - run: |
          setsid sleep 60 &
          echo "left $!"
          sleep 60
`),
      },
    },
    {
      signal: stop.signal,
      onEvent: (event) => {
        if (event.kind !== 'output' || !event.line.startsWith('left ')) return
        pid = Number(event.line.slice(5))
        stop.abort()
      },
    },
  )
  expect(run.conclusion).toBe('cancelled')
  expect(run.problem).toBe('the run was stopped')
  expect(run.seconds).toBeLessThan(10)
  expect(isAlive(pid)).toBe(false)
})

test('a run that takes too long fails with its reason', async () => {
  const trees = {
    consumer: { 'main.yml': dispatched('  j: { runs-on: x, steps: [{ run: sleep 60 }] }') },
  }
  const run = await runTrees(trees, { timeoutMs: 400 })
  expect(run.conclusion).toBe('failure')
  expect(run.problem).toBe('the run took longer than its time limit')
})
