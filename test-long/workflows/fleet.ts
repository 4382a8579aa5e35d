import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from '@jest/globals'
import type { WorkflowRun } from '../../sandbox/act/index.ts'
import { type Forge, startForge } from '../../sandbox/demo/forge.ts'
import { gitEnvironment } from '../../sandbox/github/git/run.ts'
import { run } from '../../sandbox/world/run.ts'
import { type Closing, type FleetWorld, startFleetWorld } from './fleet-world.ts'

/** The repository of the example of two products. */
export const FLEET = 'acme/fleet'
const HOUR = 3_600_000

/** The example of two products under act. */
export interface Fleet extends Pick<FleetWorld, 'routers'>, Pick<Forge, 'github' | 'results'> {
  /** The commit with which all begins. */
  readonly first: string
  /** The bare repository. */
  readonly bare: string
  /** Commits a change of these files and pushes main as a person does; what came of the run that this started. */
  push(
    files: Readonly<Record<string, string>>,
  ): Promise<{ readonly run: WorkflowRun; readonly sha: string }>
  /** Tags main and pushes the tag; what came of the run that this started. */
  tag(name: string): Promise<WorkflowRun>
  /** A person dispatches a file of the example. */
  dispatch(workflow: string, inputs: Readonly<Record<string, string>>): Promise<WorkflowRun>
  /** A person closes a freeze issue. */
  lift(issue: number): Promise<void>
  /** GitHub starts the example's tick, so many hours after everything began. */
  tick(hours: number): Promise<WorkflowRun>
}

/** Starts everything before the tests of a file, and ends it after them. */
export function fleet(): { readonly it: Fleet } {
  const workdir = mkdtempSync(join(tmpdir(), 'fleet-'))
  const closing: Closing = []
  let it: Fleet | undefined
  beforeAll(async () => {
    it = await startFleet(workdir, await startFleetWorld(workdir, closing), closing)
  })
  afterAll(async () => {
    for (const close of closing.toReversed()) await close()
    rmSync(workdir, { recursive: true, force: true })
  })
  return {
    get it() {
      if (it === undefined) throw new Error('the fleet has not started')
      return it
    },
  }
}

async function startFleet(
  workdir: string,
  { consumer, routers }: FleetWorld,
  closing: Closing,
): Promise<Fleet> {
  let off = 0
  let sha = consumer.sha
  const { act, ...runner } = runnerWithGh(workdir)
  const forge = await startForge({
    ...{ repository: FLEET, workdir, act, secrets: {}, ...runner },
    clock: () => new Date(Date.now() + off),
    consumer: {
      ...consumer,
      get sha() {
        return sha
      },
    },
  })
  closing.push(forge.close)
  const { github, results, token } = forge
  await release(forge, 'edge/v1.0.0')
  const identity = ['-c', 'user.name=Octocat', '-c', 'user.email=octocat@example.com']
  const git = (...args: string[]) =>
    run('git', [...identity, ...args], { cwd: consumer.checkout, env: gitEnvironment() })
  const remote = `${github.url.replace('//', `//x-access-token:${token}@`)}/${FLEET}.git`
  const started = async (ref: string) => {
    await git('push', '--quiet', remote, ref)
    await forge.runner.idle()
    const done = forge.runner.result(github.runs(FLEET).at(-1)?.id ?? 0)
    if (done === undefined) throw new Error(`the push of ${ref} started nothing`)
    return done
  }
  return {
    ...{ github, results, routers, first: consumer.sha, bare: consumer.bare },
    async push(files) {
      for (const [path, text] of Object.entries(files))
        writeFileSync(join(consumer.checkout, path), text)
      await git('commit', '--quiet', '--all', '-m', 'A change')
      sha = await git('rev-parse', 'HEAD')
      return { run: await started('main'), sha }
    },
    async tag(name) {
      await git('tag', name)
      return started(`refs/tags/${name}`)
    },
    dispatch: (workflow, inputs) => forge.run({ workflow, inputs }),
    async lift(issue) {
      const url = `${github.url}/repos/${FLEET}/issues/${issue}`
      await must(url, 'PATCH', token, { state: 'closed' })
    },
    tick(hours) {
      off = hours * HOUR
      return forge.run({ workflow: 'release-tick.yml', event: 'schedule' })
    },
  }
}

/** What a runner of GitHub has: `gh`, to which a socket is github.com. It refuses plain HTTP elsewhere. */
function runnerWithGh(workdir: string) {
  const { act, gh } = JSON.parse(process.env.RELEASE_ACTIONS_TOOLS ?? '{}') as Record<
    string,
    string
  >
  if (act === undefined || gh === undefined)
    throw new Error('act or gh is missing: start this with npm run test:long')
  const [tools, config] = [join(workdir, 'tools'), join(workdir, 'gh')]
  const socketPath = join(workdir, 'github.sock')
  for (const folder of [tools, config]) mkdirSync(folder)
  symlinkSync(process.execPath, join(tools, 'node'))
  symlinkSync(gh, join(tools, 'gh'))
  writeFileSync(join(config, 'config.yml'), `version: "1"\nhttp_unix_socket: ${socketPath}\n`)
  return { act, tools, socketPath, env: { GH_CONFIG_DIR: config } }
}

/** It was released long ago: by GITHUB_TOKEN, whose releases start no run. */
async function release({ github }: Forge, tag: string): Promise<void> {
  const token = github.issueToken({ permissions: { contents: 'write' } })
  await must(`${github.url}/repos/${FLEET}/releases`, 'POST', token, { tag_name: tag })
}

async function must(url: string, method: string, token: string, body: object): Promise<void> {
  const headers = { authorization: `token ${token}`, 'content-type': 'application/json' }
  const answer = await fetch(url, { method, headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`)
}
