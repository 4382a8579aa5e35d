import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from '@jest/globals'
import { type RunOptions, runWorkflow, type WorkflowRun } from '../../../sandbox/act/index.ts'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')
const made: string[] = []

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** A consumer and a suite as text files, by path inside each. */
export interface Trees {
  readonly consumer: Readonly<Record<string, string>>
  readonly suite?: Readonly<Record<string, string>>
}

/** An empty folder that is removed after the tests of the file. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-act-'))
  made.push(folder)
  return folder
}

/** Writes both trees; a name without a slash is a workflow. */
export function writeTrees(folder: string, { consumer, suite = {} }: Trees): void {
  const write = (base: string, files: Readonly<Record<string, string>>): void => {
    mkdirSync(join(base, '.github/workflows'), { recursive: true })
    for (const [name, text] of Object.entries(files)) {
      const file = join(base, name.includes('/') ? name : `.github/workflows/${name}`)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
  }
  write(join(folder, 'consumer'), consumer)
  write(join(folder, 'suite'), suite)
}

/** Options of a dispatch of `main.yml` in a folder with both trees. */
export function optionsFor(folder: string, changes: Partial<RunOptions> = {}): RunOptions {
  return {
    suite: join(folder, 'suite'),
    consumer: join(folder, 'consumer'),
    workflow: 'main.yml',
    event: 'workflow_dispatch',
    secrets: {},
    vars: {},
    environments: {},
    actor: 'octocat',
    ref: 'refs/heads/main',
    sha: 'a'.repeat(40),
    runId: 7,
    runAttempt: 1,
    repository: 'acme/checkout-service',
    urls: {
      server: 'http://127.0.0.1:9',
      api: 'http://127.0.0.1:9',
      graphql: 'http://127.0.0.1:9/graphql',
      results: 'http://127.0.0.1:9',
    },
    runtimeToken: 'runtime-token-value',
    issueToken: (permissions) => `token<${JSON.stringify(permissions)}>`,
    tools: {
      act: process.env.SANDBOX_ACT ?? join(root, '.tools/act/bin/act'),
      node: dirname(process.execPath),
    },
    workdir: join(folder, `run-${made.length}-${Math.floor(performance.now() * 1000)}`),
    timeoutMs: 30_000,
    ...changes,
  }
}

/** Runs `main.yml` of the trees under the real act. */
export async function runTrees(
  trees: Trees,
  changes: Partial<RunOptions> = {},
): Promise<WorkflowRun> {
  const folder = scratch()
  writeTrees(folder, trees)
  return await runWorkflow(optionsFor(folder, changes))
}

/** Job results by path. */
export function results(run: WorkflowRun): Record<string, string> {
  return Object.fromEntries(run.jobs.map((job) => [job.path, job.result]))
}

/** The outputs of one job. */
export function outputs(run: WorkflowRun, path: string): Readonly<Record<string, string>> {
  return run.jobs.find((job) => job.path === path)?.outputs ?? {}
}

/** A workflow file that others call, from its jobs and its `workflow_call` section. */
export function called(jobs: string, section = ''): string {
  return `name: Called\non:\n  workflow_call:\n${section}\njobs:\n${jobs}`
}

/** A workflow file that a person starts. */
export function dispatched(jobs: string, inputs = ''): string {
  return `name: Main\non:\n  workflow_dispatch:\n${inputs}\njobs:\n${jobs}`
}

/** The `uses` of a call from the consumer. */
export function suiteFile(name: string): string {
  return `org/release-actions/.github/workflows/${name}@v1`
}

/** A job whose outputs are expressions, without a step that could change them. */
export function showing(expressions: Readonly<Record<string, string>>, head = ''): string {
  const lines = Object.entries(expressions).map(
    ([name, expression]) => `      ${name}: ${JSON.stringify(`\${{ ${expression} }}`)}`,
  )
  return `
    runs-on: ubuntu-latest
${head}
    outputs:
${lines.join('\n')}
    steps: [{ run: ":" }]
`
}
