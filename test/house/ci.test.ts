import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { home, tree } from './tree.ts'

const PARTS = ['npm', 'haproxy', 'prometheus', 'victoria-metrics', 'docker-registry', 'chromium']

/** Runs .ci/run with an npm that only prints what a task would print. */
function ci(tasks: Readonly<Record<string, { says: string; code: number }>>) {
  const cases = Object.entries(tasks).map(
    ([task, { says, code }]) => `${task}) printf '%s\\n' ${says}; exit ${code} ;;`,
  )
  const root = tree({
    '.ci/run': readFileSync(join(home, '.ci/run'), 'utf8'),
    'bin/npm': `#!/bin/bash\nfor task; do :; done\ncase $task in\n${cases.join('\n')}\nesac\n`,
    'bin/haproxy': '#!/bin/sh\n',
    'bin/prometheus': '#!/bin/sh\n',
    'bin/victoria-metrics': '#!/bin/sh\n',
    'bin/docker-registry': '#!/bin/sh\n',
    'bin/chromium': '#!/bin/sh\n',
  })
  for (const name of PARTS) chmodSync(join(root, 'bin', name), 0o755)
  const env = { ...process.env, PATH: `${join(root, 'bin')}:${process.env.PATH}` }
  const { status, stdout } = spawnSync('bash', ['.ci/run'], { cwd: root, env, encoding: 'utf8' })
  return { status, lines: stdout.trimEnd().split('\n') }
}

const green = { says: "'every check ran' '600 passed, 0 failed'", code: 0 }

test('both tasks green: the last line is the sum', () => {
  const long = { says: "'every check ran' '12 passed, 0 failed'", code: 0 }
  const { status, lines } = ci({ test: green, 'test:long': long })
  expect([status, lines.at(-1)]).toEqual([0, '612 passed, 0 failed'])
})

test('a check that did not run fails, although nothing failed', () => {
  const blind = { says: "'not run: actionlint (install Go)' '10 passed, 0 failed'", code: 0 }
  const { status, lines } = ci({ test: blind, 'test:long': green })
  expect([status, lines.at(-1)]).toEqual([1, '610 passed, 0 failed'])
  expect(lines.at(-3)).toBe('not run: actionlint (install Go)')
})

test('red tests end it at once, red', () => {
  const red = { says: "'every check ran' '10 passed, 2 failed'", code: 1 }
  const { status, lines } = ci({ test: red, 'test:long': green })
  expect([status, lines.at(-1)]).toEqual([1, '10 passed, 2 failed'])
})
