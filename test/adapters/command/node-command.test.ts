import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { nodeCommand } from '../../../src/adapters/command/node-command.ts'
import { commandEnvironment } from '../../../src/adapters/runner/command-environment.ts'

const command = nodeCommand({ cwd: tmpdir(), maxBytes: 1000 })
const script = (code: string, ...args: string[]) => [process.execPath, '-e', code, ...args]

test('exit code, both streams and the time are the result', async () => {
  const code = 'console.log(process.argv[1]); console.error("bad"); process.exitCode = 3'
  const result = await command.run(script(code, '$(id) `id` ; id'), { timeoutMs: 10_000 })
  expect(result).toEqual({
    exit: 3,
    stdout: '$(id) `id` ; id\n',
    stderr: 'bad\n',
    elapsedMs: expect.any(Number),
  })
  expect(result.elapsedMs).toBeGreaterThan(0)
})

test('it gets what the caller gives, and neither tokens nor the files of the runner', async () => {
  const own = {
    PATH: '/bin',
    DEPLOY_KEY: 'mine',
    INPUT_TOKEN: 'secret',
    GITHUB_TOKEN: 'secret',
    ACTIONS_RUNTIME_TOKEN: 'secret',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret',
    GITHUB_OUTPUT: '/file',
    GITHUB_STEP_SUMMARY: '/file',
    GITHUB_ENV: '/file',
    GITHUB_PATH: '/file',
    GITHUB_SHA: 'abc',
  }
  expect(commandEnvironment({ EXTRA: '1' }, own)).toEqual({
    PATH: '/bin',
    DEPLOY_KEY: 'mine',
    GITHUB_SHA: 'abc',
    EXTRA: '1',
  })
  const print = script('console.log(process.env.EXTRA)')
  const { stdout } = await command.run(print, { timeoutMs: 10_000, env: { EXTRA: 'one' } })
  expect(stdout).toBe('one\n')
})

test('a program that does not exist is named', async () => {
  await expect(command.run(['no-such-program'], { timeoutMs: 1000 })).rejects.toMatchObject({
    code: 'absent',
    message: 'the program no-such-program does not exist',
  })
})

test('output beyond the limit ends it', async () => {
  const endless = script('setInterval(() => console.log("x".repeat(100)), 1)')
  await expect(command.run(endless, { timeoutMs: 20_000 })).rejects.toMatchObject({
    code: 'too-large',
  })
})

test('the deadline ends the process and what it started', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'command-'))
  const pidFile = join(folder, 'pid')
  const code = `
    const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    require('node:fs').writeFileSync(process.argv[1], String(child.pid))
    setInterval(() => {}, 1000)`
  await expect(command.run(script(code, pidFile), { timeoutMs: 1500 })).rejects.toMatchObject({
    code: 'timeout',
    message: `${process.execPath} did not end within 1500 ms`,
  })
  expect(existsSync(pidFile)).toBe(true)
  const pid = Number(readFileSync(pidFile, 'utf8'))
  expect(await endsSoon(pid)).toBe(true)
  rmSync(folder, { recursive: true })
})

test('a cancelled job ends its commands', async () => {
  const controller = new AbortController()
  const cancellable = nodeCommand({ cwd: tmpdir(), maxBytes: 1000, signal: controller.signal })
  const running = cancellable.run(script('setInterval(() => {}, 1000)'), { timeoutMs: 20_000 })
  controller.abort()
  await expect(running).rejects.toMatchObject({ code: 'cancelled' })
  const late = cancellable.run(script('0'), { timeoutMs: 20_000 })
  await expect(late).rejects.toMatchObject({ code: 'cancelled' })
})

async function endsSoon(pid: number): Promise<boolean> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (!isRunning(pid)) return true
    await delay(20)
  }
  return false
}

/** A killed process that nobody has waited for is a zombie: it runs no more. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
