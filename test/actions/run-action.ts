/** Runs an action as GitHub would: a child process with inputs in its environment and files for its outputs. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
/** The tests run on the runtime of `using: node24`, and so does the action. */
const NODE = process.execPath
const LONGEST_MS = 60_000

export interface Run {
  readonly exit: number | null
  /** As the runner reads them from GITHUB_OUTPUT: the last value of a name counts. */
  readonly outputs: Readonly<Record<string, string>>
  /** Markdown of GITHUB_STEP_SUMMARY. */
  readonly summary: string
  /** What was printed, both streams. */
  readonly log: string
  readonly seconds: number
}

export interface RunOptions {
  readonly inputs?: Readonly<Record<string, string>>
  /** Address of the GitHub to ask. */
  readonly github: string
  /** More of the environment. */
  readonly env?: Readonly<Record<string, string>>
  /** The Node that runs it, instead of the one of the tests. */
  readonly node?: string
  /** Called with the process as soon as it runs, for signals. */
  readonly onStart?: (kill: (signal: NodeJS.Signals) => void) => void
}

/**
 * Run `src/actions/<name>/main.ts`, or the committed bundle where `RELEASE_ACTIONS_DIST=1`. Inputs that are not given
 * have the empty text, as on GitHub where a default is empty; pass the defaults that matter.
 */
export async function runAction(name: string, options: RunOptions): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), `action-${name}-`))
  try {
    const files = { output: join(folder, 'output'), summary: join(folder, 'summary') }
    for (const file of Object.values(files)) writeFileSync(file, '')
    const started = performance.now()
    const { exit, log } = await run(entryOf(name), environment(options, folder, files), options)
    return {
      exit,
      outputs: parseOutputs(readFileSync(files.output, 'utf8')),
      summary: readFileSync(files.summary, 'utf8'),
      log,
      seconds: (performance.now() - started) / 1000,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function entryOf(name: string): string {
  return process.env.RELEASE_ACTIONS_DIST === '1'
    ? join(ROOT, 'dist', name, 'index.js')
    : join(ROOT, 'src/actions', name, 'main.ts')
}

function environment(
  { inputs = {}, github, env = {} }: RunOptions,
  folder: string,
  files: { readonly output: string; readonly summary: string },
): Record<string, string> {
  const given = Object.entries({ token: 'test-token', ...inputs }).map(
    ([key, value]) => [`INPUT_${key.toUpperCase()}`, value] as const,
  )
  const { PATH = '', NODE_COMPILE_CACHE } = process.env
  return {
    PATH,
    ...(NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {}),
    HOME: folder,
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_REPOSITORY: 'acme/checkout-service',
    GITHUB_RUN_ID: '7',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SHA: 'c0ffee'.padEnd(40, '0'),
    GITHUB_REF: 'refs/heads/main',
    GITHUB_ACTOR: 'alice',
    GITHUB_EVENT_NAME: 'workflow_dispatch',
    GITHUB_JOB: 'test',
    GITHUB_SERVER_URL: github,
    GITHUB_API_URL: github,
    GITHUB_GRAPHQL_URL: `${github}/graphql`,
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: folder,
    RUNNER_OS: 'Linux',
    ...Object.fromEntries(given),
    ...env,
  }
}

function run(
  entry: string,
  env: Record<string, string>,
  { onStart, node = NODE }: RunOptions,
): Promise<{ readonly exit: number | null; readonly log: string }> {
  return new Promise((done, reject) => {
    const child = spawn(node, [entry], { env, cwd: env.GITHUB_WORKSPACE })
    const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS)
    let log = ''
    const keep = (text: Buffer) => {
      log += text.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', reject)
    child.once('close', (exit) => {
      clearTimeout(timer)
      done({ exit, log })
    })
    onStart?.((signal) => child.kill(signal))
  })
}

/** Both spellings of the output file: `name=value`, and `name<<delimiter` with lines until the delimiter. */
function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  const lines = text.split('\n')
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const [, name, delimiter] = /^([^=<]+)<<(.+)$/.exec(line) ?? []
    if (name !== undefined && delimiter !== undefined) {
      const end = lines.indexOf(delimiter, i + 1)
      outputs[name] = lines.slice(i + 1, end).join('\n')
      i = end
    } else if (line.includes('='))
      outputs[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1)
  }
  return outputs
}
