/** Who does the jobs: our two actions, and what the package registries have that does the same. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Inputs, stepEnvironment } from '../../scripts/figures/environment.ts'
import { DRAFT_TAG, FILE, FREE_TAG, type Job, LABEL } from './place.ts'

const ROOT = resolve(import.meta.dirname, '../..')
/** Where the set-up put the peers of package.json. */
const PEERS = join(ROOT, '.tools/bench-actions')

/** Where a command is to work and as whom. */
export interface Step {
  readonly url: string
  readonly socketPath: string
  readonly folder: string
  readonly planHash: string
  readonly token: string
  /** Run id, and its attempt. */
  readonly run: number
  readonly attempt: number
}

export interface Command {
  readonly command: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
}

export interface Contestant {
  readonly name: string
  readonly job: Job
  /** The request that makes the object: the first fitting one after `after` others that fit. */
  readonly makes: { readonly method: string; readonly path: RegExp; readonly after: number }
  /** Whether it asks for something before it makes the object. */
  readonly reads: boolean
  commandFor(step: Step): Command
}

const ISSUES = { method: 'POST', path: /\/issues$/, after: 0 }
const ASSETS = { method: 'POST', path: /\/assets$/, after: 0 }

export const contestants: readonly Contestant[] = [
  {
    ...{ name: 'auto-freeze-issue', job: 'issue', makes: ISSUES, reads: true },
    commandFor: (step) =>
      bundle('auto-freeze-issue', step, { version: '1.1.0', gate: 'gate', reason: 'too slow' }),
  },
  { ...peer('github-script', 'issue', ISSUES, false), commandFor: script('script', 'issue') },
  {
    ...peer('gh issue create', 'issue', { method: 'POST', path: /\/graphql$/, after: 2 }, true),
    commandFor: (step) =>
      gh(step, ['issue', 'create', '--title', 'Freeze', '--body', 'It failed.', '--label', LABEL]),
  },
  {
    ...peer('semantic-release fail', 'issue', ISSUES, true),
    commandFor: script('semantic-release', 'issue'),
  },
  {
    ...{ name: 'publish-rollout-metadata', job: 'asset', makes: ASSETS, reads: true },
    commandFor: (step) =>
      bundle('publish-rollout-metadata', step, {
        ...{ version: '1.1.0', 'plan-hash': step.planHash, decision: 'go', artifact: 'false' },
      }),
  },
  { ...peer('github-script', 'asset', ASSETS, true), commandFor: script('script', 'asset') },
  {
    ...peer('gh release upload', 'asset', ASSETS, true),
    commandFor: (step) =>
      gh(step, ['release', 'upload', DRAFT_TAG, join(step.folder, FILE), '--clobber']),
  },
  {
    ...peer('semantic-release publish', 'asset', ASSETS, true),
    commandFor: script('semantic-release', 'asset'),
  },
]

function peer(name: string, job: Job, makes: Contestant['makes'], reads: boolean) {
  return { name, job, makes, reads }
}

/** The committed bundle, as a step of a job. */
function bundle(action: string, step: Step, inputs: Inputs): Command {
  const given = { ...inputs, token: step.token, 'dry-run': 'false' }
  const env = environment(step, given)
  return { command: process.execPath, args: [join(ROOT, 'dist', action, 'index.js')], env }
}

function script(file: string, job: Job): (step: Step) => Command {
  const tag = file === 'script' ? DRAFT_TAG : FREE_TAG
  return (step) => ({
    command: process.execPath,
    args: [join(PEERS, 'peers', `${file}.mjs`)],
    env: {
      ...environment(step, {}),
      GITHUB_TOKEN: step.token,
      BENCH_JOB: job,
      BENCH_LABEL: LABEL,
      BENCH_TAG: tag,
      BENCH_FILE: join(step.folder, FILE),
    },
  })
}

/** Two runs at once have files of their own. */
function environment({ url, folder, run, attempt }: Step, inputs: Inputs): NodeJS.ProcessEnv {
  const own = join(folder, `run-${run}-${attempt}`)
  mkdirSync(own, { recursive: true })
  return {
    ...stepEnvironment(url, own, inputs),
    GITHUB_RUN_ID: String(run),
    GITHUB_RUN_ATTEMPT: String(attempt),
    GITHUB_WORKSPACE: folder,
  }
}

/** gh refuses plain http, but speaks it over a socket. */
function gh({ folder, socketPath, token }: Step, args: readonly string[]): Command {
  const config = join(folder, 'gh')
  writeFileSync(join(config, 'config.yml'), `version: "1"\nhttp_unix_socket: ${socketPath}\n`)
  const tools = JSON.parse(process.env.RELEASE_ACTIONS_TOOLS ?? '{}') as { readonly gh?: string }
  if (tools.gh === undefined) throw new Error('gh is missing: start this with npm run bench')
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GH_CONFIG_DIR: config,
    GH_TOKEN: token,
    GH_REPO: 'acme/checkout-service',
    GH_PROMPT_DISABLED: '1',
    GH_NO_UPDATE_NOTIFIER: '1',
  }
  return { command: tools.gh, args, env }
}
