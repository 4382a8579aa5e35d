import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { JobRun, WorkflowRun } from '../../sandbox/act/index.ts'
import {
  type Sandbox,
  type SandboxOptions,
  type Start,
  startSandbox,
} from '../../sandbox/demo/sandbox.ts'

/** Longest that a hook or a test may take: two runs on a machine that does other things too. */
const PATIENCE_MS = 240_000
jest.setTimeout(PATIENCE_MS)

const SHORTER: readonly (readonly [string, string])[] = [
  ['looks: { interval: 1s }', 'looks: { interval: 500ms }'],
  ['bake: 12s', 'bake: 1s'],
  ['bake: 3s', 'bake: 1s'],
  [
    'comprehensive: { seconds: 3, users: 4, iterations: 20 }',
    'comprehensive: { seconds: 2, users: 2, iterations: 15 }',
  ],
  ['index: { wait: 5s }', 'index: { wait: 2s }'],
  // Still below what a faulty version takes, but out of reach of a machine that is busy with other tests.
  ['limit: 250ms', 'limit: 390ms'],
]

/** The example's config with seconds where the demonstration takes more. */
export function shorter(path: string, text: string): string {
  if (path !== '.github/release-actions.yml') return text
  return SHORTER.reduce((all, [from, to]) => all.replaceAll(from, to), text)
}

export interface Rig {
  /** Available in tests and in later hooks. */
  readonly sandbox: Sandbox
  run(start: Start): Promise<WorkflowRun>
  /** A dispatch of the whole pipeline, without the comparison of performance unless asked for. */
  release(version: string, inputs?: Start['inputs'], start?: Partial<Start>): Promise<WorkflowRun>
  /** A run on a schedule of a file that the consumer could have written: it calls the suite's workflow with these inputs. */
  runFile(workflow: string, inputs: Readonly<Record<string, string>>): Promise<WorkflowRun>
}

/**
 * Starts a sandbox for the tests of a file, with these versions ready to be released, and ends it after them. Call it
 * first in the file, so that its hook is the first.
 */
export function rig(
  prepared: readonly string[],
  options: Pick<SandboxOptions, 'versions' | 'edit' | 'teams' | 'collaborators'> = {},
): Rig {
  let sandbox: Sandbox | undefined
  const workdir = mkdtempSync(join(tmpdir(), 'workflows-'))
  const started = () => {
    if (sandbox === undefined) throw new Error('the sandbox has not started')
    return sandbox
  }
  beforeAll(async () => {
    sandbox = await startSandbox({
      servers: 'embedded',
      workdir,
      act: act(),
      edit: shorter,
      ...options,
    })
    for (const version of prepared) await sandbox.prepare(version)
  })
  afterAll(async () => {
    await sandbox?.close()
    rmSync(workdir, { recursive: true, force: true })
  })
  return {
    get sandbox() {
      return started()
    },
    run: (start) => started().run(start),
    release: (version, inputs = {}, start = {}) =>
      started().run({
        workflow: 'orchestrated-release-pipeline.yml',
        inputs: {
          release_version: version,
          baseline_version: '1.0.0',
          skip_performance_check: true,
          environment: started().profile,
          ...inputs,
        },
        ...start,
      }),
    runFile: (workflow, inputs) => {
      const file = join(started().population.consumer.checkout, '.github/workflows/scheduled.yml')
      writeFileSync(file, onSchedule(workflow, inputs))
      return started().run({ workflow: 'scheduled.yml', event: 'schedule' })
    },
  }
}

function onSchedule(workflow: string, inputs: Readonly<Record<string, string>>): string {
  return JSON.stringify({
    name: 'Scheduled',
    on: { schedule: [{ cron: '0 0 * * *' }] },
    permissions: {},
    jobs: {
      scheduled: {
        permissions: { contents: 'write', issues: 'write', deployments: 'write' },
        uses: `org/release-actions/.github/workflows/${workflow}.yml@v1`,
        with: inputs,
      },
    },
  })
}

function act(): string {
  const tools = JSON.parse(process.env.RELEASE_ACTIONS_TOOLS ?? '{}') as { act?: string }
  if (tools.act === undefined) throw new Error('act is missing: start this with npm test')
  return tools.act
}

/** Adds the last test of a file. */
export function testWellFormed(world: Rig): void {
  test('every request of the suite is one that GitHub and its artifact service accept', () => {
    expect(world.sandbox.github.violations).toEqual([])
    expect(world.sandbox.results.violations).toEqual([])
  })
}

/** The job with this id, wherever it is called from. */
export function job(run: WorkflowRun, id: string): JobRun {
  const found = run.jobs.find((j) => j.path === id || j.path.endsWith(` / ${id}`))
  if (found === undefined)
    throw new Error(`${id} is none of ${run.jobs.map((j) => j.path).join(', ')}`)
  return found
}

/** Results by job id of the jobs right below the caller. */
export function results(run: WorkflowRun): Record<string, string> {
  const own = run.jobs.filter((j) => j.path.split(' / ').length === 2)
  return Object.fromEntries(own.map((j) => [j.path.split(' / ')[1] ?? '', j.result]))
}

/** What a job said went wrong, one line each. */
export function errors(run: WorkflowRun, id: string): string {
  const own = run.annotations.filter((a) => a.job === job(run, id).path && a.level === 'error')
  return own.map((a) => a.message).join('\n')
}
