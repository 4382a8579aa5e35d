/**
 * `node scripts/bootstrap.mjs <task> [args]`: sets up what the task needs, once, then runs scripts/<task>.ts on Node 24.
 * Plain JavaScript without dependencies: it runs on Node 20 in a fresh clone.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { locked } from './setup/lock.mjs'
import {
  benchActions,
  mermaidCheck,
  node24,
  node26,
  packages,
  sentryCli,
} from './setup/packages.mjs'
import { announce, fail, SetupError, step } from './setup/report.mjs'
import { endChildren, which } from './setup/run.mjs'
import { actionlint, foundTools, moto, pythonTool, scipy, toolFolders } from './setup/tools.mjs'

const root = resolve(import.meta.dirname, '..')
const place = { root, tools: join(root, '.tools') }
const base = [packages, node24]
const all = [...base, pythonTool('act'), pythonTool('zizmor'), pythonTool('gh'), actionlint]
const NEEDS = {
  start: [...base, pythonTool('act')],
  test: [...all, sentryCli],
  'test-long': [...all, mermaidCheck, moto, node26, scipy, sentryCli],
  bench: [...base, pythonTool('gh'), benchActions],
  check: all,
}

async function setUp(task) {
  if (which('git') === undefined)
    throw new SetupError('git is missing: install it (Debian: apt-get install git)')
  const steps = (NEEDS[task] ?? base).map((make) => make(place))
  if (steps.every((one) => one.isDone())) return
  await locked(place.tools, async () => {
    const open = steps.filter((one) => !one.isDone())
    if (open.length > 0) announce(open.map((one) => one.name))
    const ends = await Promise.allSettled(open.map((one) => step(one.name, one.work)))
    const failed = ends.find((end) => end.status === 'rejected')
    if (failed) throw failed.reason
  })
}

/** Runs the task with the same standard streams; signals go to it, its exit code or signal comes back. */
function runTask(task, args) {
  const node = join(place.tools, 'node24/bin/node')
  const path = [join(place.tools, 'node24/bin'), ...toolFolders(place.tools), process.env.PATH]
  const env = { ...process.env, PATH: path.join(delimiter) }
  env.RELEASE_ACTIONS_TOOLS = JSON.stringify(foundTools(env.PATH))
  const child = spawn(node, [join(root, 'scripts', `${task}.ts`), ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  return new Promise((end, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => end(code ?? 128 + constants.signals[signal]))
    onSignals((signal) => {
      // A terminal sends Ctrl-C to the whole group: handing it on would make it two.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  })
}

function onSignals(handle) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.removeAllListeners(signal)
    process.on(signal, () => handle(signal))
  }
}

async function main([name = '', ...args]) {
  const task = name.replaceAll(':', '-')
  if (!/^[a-z-]+$/.test(task) || !existsSync(join(root, 'scripts', `${task}.ts`)))
    throw new SetupError(
      'name a task: node scripts/bootstrap.mjs start|test|test:long|check|build|docs|fix|figures|bench|sim|conformance',
    )
  onSignals((signal) => {
    endChildren(signal)
    // As a shell says that a signal ended a program, which a handler alone would prevent.
    process.exit(128 + constants.signals[signal])
  })
  await setUp(task)
  return runTask(task, args)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  fail(error)
  process.exitCode = 1
}
