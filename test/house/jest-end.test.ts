import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runJest } from '../../scripts/test/jest.ts'
import { home, tree } from './tree.ts'

const jestConfig = JSON.stringify({
  type: 'module',
  jest: {
    testMatch: ['<rootDir>/test/**/*.test.ts'],
    extensionsToTreatAsEsm: ['.ts'],
    transform: {},
  },
})
const HEAD = "import { expect, test } from '@jest/globals'\n"
const listen = "await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))"
const server = (end: string) =>
  `import { createServer } from 'node:http'\n${HEAD}test('serves', async () => {\n` +
  `const server = createServer()\n${listen}\n${end}\nexpect(1).toBe(1) })\n`
const leaver =
  `import { spawn } from 'node:child_process'\n${HEAD}test('starts', async () => {\n` +
  "spawn('sleep', ['60'], { detached: true, stdio: 'ignore', env: {} }).unref()\n" +
  'await new Promise((done) => setTimeout(done, 600))\nexpect(1).toBe(1) })\n'

/** Runs jest over these files as `npm test` would; answers the tally and the faults of the end. */
async function run(files: Readonly<Record<string, string>>) {
  const root = tree({ 'package.json': jestConfig, ...files })
  mkdirSync(join(root, 'scripts'))
  symlinkSync(join(home, 'scripts/test'), join(root, 'scripts/test'))
  let said = ''
  const tally = await runJest(root, [], {
    show: (text) => {
      said += text
    },
  })
  const faults = said.split('\n').filter((line) => line.startsWith('FAILED'))
  return {
    tally,
    faults: faults.map((line) => line.replace(root, '').replace(/\d{2,}/g, 'N')).sort(),
  }
}

test('tests that end by themselves pass, and the clean end counts', async () => {
  const clean = server('server.close()')
  expect(await run({ 'test/a.test.ts': clean, 'test/b.test.ts': clean })).toEqual({
    tally: { passed: 3, failed: 0, notRun: [] },
    faults: [],
  })
}, 60_000)

test('an open server and a process left over fail the run and are named, although each test passed', async () => {
  const { tally, faults } = await run({ 'test/a.test.ts': server(''), 'test/b.test.ts': leaver })
  expect(faults).toEqual([
    'FAILED   jest had to force a worker to exit',
    'FAILED   left open by /test/a.test.ts: 1 TCPServerWrap',
    'FAILED   process N was left over: sleep N',
  ])
  expect(tally).toEqual({ passed: 2, failed: 3, notRun: [] })
}, 60_000)

test('a failed test, a file that cannot be read and a skipped test do not get lost', async () => {
  const { tally } = await run({
    'test/a.test.ts': `${HEAD}test('fails', () => expect(1).toBe(2))\n`,
    'test/b.test.ts': `${HEAD}test.skip('later', () => expect(1).toBe(1))\n`,
    'test/c.test.ts': "import './missing.ts'\n",
  })
  expect(tally).toEqual({ passed: 1, failed: 2, notRun: ['1 skipped tests'] })
}, 60_000)
