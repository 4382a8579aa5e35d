import { expect, test } from '@jest/globals'
import { oldNode } from '../../src/cli/old-node.ts'
import { cliOn } from './run-cli.ts'

test.each(['18.20.8', '20.15.1'])(
  'on Node %s the command line says what it needs, in one line',
  (version) => {
    expect(cliOn(version, ['status'])).toEqual({
      exit: 3,
      out: '',
      lines: [''],
      err: `Node.js ${version} is too old. Run it with Node.js 20.16 or newer, best with 24\n`,
    })
  },
)

test.each(['20.16.0', '24.0.0'])('on Node %s, with what Node 20 has, it runs', (version) => {
  const { exit, out, err } = cliOn(version, ['help'])
  expect([exit, err]).toEqual([0, ''])
  expect(out).toContain('Exit codes: 0 pass')
})

test.each(['20.16.0', '20.20.2', '21.0.0', '22.1.0-pre', '100.0.0'])(
  'Node %s will do',
  (version) => {
    expect(oldNode(version)).toBeUndefined()
  },
)
