import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@jest/globals'
import { home, tree } from './tree.ts'

/** A clone whose packages and Node 24 are there already, with one task. */
function clone(task: string): string {
  const root = tree({ 'package-lock.json': '{}', 'scripts/build.ts': task })
  cpSync(join(home, 'scripts/bootstrap.mjs'), join(root, 'scripts/bootstrap.mjs'))
  cpSync(join(home, 'scripts/setup'), join(root, 'scripts/setup'), { recursive: true })
  mkdirSync(join(root, '.tools/node24/bin'), { recursive: true })
  mkdirSync(join(root, '.tools/stamps'))
  symlinkSync(process.execPath, join(root, '.tools/node24/bin/node'))
  writeFileSync(join(root, '.tools/stamps/node24'), process.execPath)
  writeFileSync(
    join(root, '.tools/stamps/packages'),
    createHash('sha256').update('{}').digest('hex'),
  )
  return root
}

function start(root: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [join(root, 'scripts/bootstrap.mjs'), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  const ended = once(child, 'close').then(([code]) => ({ code, said }))
  return { child, ended }
}

test('nothing to set up: the task runs at once, with its arguments, Node first on the PATH and the found tools', async () => {
  const root = clone(
    "console.log(process.argv.slice(2), process.env.PATH?.split(':')[0], JSON.parse(process.env.RELEASE_ACTIONS_TOOLS ?? '').git !== undefined)\nprocess.exitCode = 7\n",
  )
  expect(await start(root, ['build', 'a b', '--c']).ended).toEqual({
    code: 7,
    said: `[ 'a b', '--c' ] ${root}/.tools/node24/bin true\n`,
  })
})

test('a signal reaches the task, which ends as it likes', async () => {
  const root = clone(
    "process.on('SIGTERM', () => process.exit(9))\nconsole.log('ready')\nsetInterval(() => {}, 1000)\n",
  )
  const { child, ended } = start(root, ['build'])
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  expect(await ended).toEqual({ code: 9, said: 'ready\n' })
})

test('what is missing is one line that names what to install, exit 1', async () => {
  const root = clone('')
  expect(await start(root, ['build'], { PATH: join(root, 'nowhere') }).ended).toEqual({
    code: 1,
    said: 'set-up: git is missing: install it (Debian: apt-get install git)\n',
  })
  const { code, said } = await start(root, ['nonsense']).ended
  expect([code, said.split('\n').length, said]).toEqual([
    1,
    2,
    expect.stringContaining('name a task'),
  ])
})

test('a tool that nothing here can install is one line with the remedy, and nothing is stamped', async () => {
  const root = clone('')
  mkdirSync(join(root, 'bin'))
  writeFileSync(join(root, 'bin/git'), '#!/bin/sh\n', { mode: 0o755 })
  writeFileSync(join(root, 'scripts/start.ts'), '')
  expect(await start(root, ['start'], { PATH: join(root, 'bin') }).ended).toEqual({
    code: 1,
    said: 'set-up, once: act 0.2.89\nset-up: act 0.2.89 could not be installed: install Python 3 with pip or uv or Go (Debian: apt-get install python3-pip), check the network, run this again\n',
  })
  expect(existsSync(join(root, '.tools/stamps/act'))).toBe(false)
  expect(existsSync(join(root, '.tools/lock'))).toBe(false)
})

const WORK = `
import { appendFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { locked } from './scripts/setup/lock.mjs'
await locked('.tools', async () => {
  appendFileSync('log', 'in ')
  await delay(100)
  appendFileSync('log', 'out ')
})
`

test('one at a time holds the lock, also when a dead process left one behind', async () => {
  const root = clone('')
  writeFileSync(join(root, 'work.mjs'), WORK)
  mkdirSync(join(root, '.tools/lock'))
  const dead = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(dead, 'close')
  writeFileSync(join(root, '.tools/lock/owner'), JSON.stringify({ pid: dead.pid, start: '1' }))
  const all = Array.from({ length: 4 }, () =>
    once(spawn(process.execPath, ['work.mjs'], { cwd: root, stdio: 'ignore' }), 'close'),
  )
  expect((await Promise.all(all)).map(([code]) => code)).toEqual([0, 0, 0, 0])
  expect(readFileSync(join(root, 'log'), 'utf8')).toBe('in out '.repeat(4))
  expect(existsSync(join(root, '.tools/lock'))).toBe(false)
}, 30_000)

const ASK = `
import { node24 } from ${JSON.stringify(pathToFileURL(join(home, 'scripts/setup/packages.mjs')))}
console.log(node24(${JSON.stringify({ root: home, tools: join(home, '.tools') })}).isDone())
`

test('Node 24 is not set up anew under those who run it: not by itself, and not by another Node of the machine', async () => {
  const root = clone("console.log('runs')\n")
  writeFileSync(join(root, 'ask.mjs'), ASK)
  expect(execFileSync(process.execPath, ['ask.mjs'], { cwd: root, encoding: 'utf8' })).toBe(
    'true\n',
  )
  writeFileSync(join(root, '.tools/stamps/node24'), '/another/node')
  expect(await start(root, ['build']).ended).toEqual({ code: 0, said: 'runs\n' })
  expect(readFileSync(join(root, '.tools/stamps/node24'), 'utf8')).toBe('/another/node')
})

test('a Node 24 that is not there is set up, and the one before is gone', async () => {
  const root = clone("console.log('runs')\n")
  mkdirSync(join(root, 'vendor/node24'), { recursive: true })
  writeFileSync(join(root, 'vendor/node24/package-lock.json'), '{}')
  writeFileSync(join(root, '.tools/stamps/node24'), 'of an older lockfile')
  writeFileSync(join(root, '.tools/node24/old'), '')
  const { code, said } = await start(root, ['build']).ended
  expect([code, said.split('\n').at(-2)]).toEqual([0, 'runs'])
  expect(readdirSync(join(root, '.tools')).sort()).toEqual(['node24', 'stamps'])
  expect(readdirSync(join(root, '.tools/node24'))).toEqual(['bin'])
})
