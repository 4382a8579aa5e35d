import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RunOptions } from './options.ts'

/** The folders and files of one run, all inside its work folder. */
export interface Places {
  readonly home: string
  /** Folder that is first on the PATH. */
  readonly bin: string
  readonly config: string
  readonly cache: string
  /** Folder that act takes for the repository: holds nothing but workflow files. */
  readonly repository: string
  readonly workflow: string
  readonly event: string
  /** Folder for copies of what the processes of failing steps write. */
  readonly copies: string
  /** `owner/name@ref` to the folder that stands for it. */
  readonly repositories: Readonly<Record<string, string>>
}

/** The environment of the act process: everything in it leaks into every job, so it is nearly empty. */
export function actEnvironment(options: RunOptions, places: Places): Record<string, string> {
  return {
    PATH: [places.bin, options.tools.node, '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
    HOME: places.home,
    XDG_CONFIG_HOME: places.config,
    XDG_CACHE_HOME: places.config,
    LANG: 'C.UTF-8',
    ACT_DISABLE_VERSION_CHECK: '1',
    NO_COLOR: '1',
    // act's jobs write to one map of local repositories without a lock (nektos/act#6055) and crash when two meet there.
    GOMAXPROCS: '1',
  }
}

/** The arguments of act: offline, without Docker, without its cache and artifact servers. */
export function actArguments(
  options: RunOptions,
  places: Places,
  secrets: Readonly<Record<string, string>>,
  tracking: string,
): string[] {
  const { NODE_COMPILE_CACHE } = process.env
  const settings = {
    ...jobEnvironment(options),
    // What Node compiled in one step it need not compile again in the next: nothing else changes by it.
    ...(NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {}),
    RUNNER_TRACKING_ID: tracking,
    // Of act alone: the programs of a job choose for themselves.
    GOMAXPROCS: '',
    SANDBOX_CONSOLE: places.copies,
    NODE_OPTIONS: `--require=${hook('console-copy.cjs')}`,
    BASH_ENV: hook('last-lines.bash'),
    ...options.env,
  }
  return [
    options.event,
    ...['-C', places.repository, '-W', places.workflow, '-P', 'ubuntu-latest=-self-hosted'],
    ...['--json', '-v', '--rm', '--no-cache-server', '--no-skip-checkout'],
    ...['--action-cache-path', places.cache, '--concurrent-jobs', '2', '-e', places.event],
    ...['-a', options.actor],
    ...pairs('--local-repository', places.repositories),
    ...pairs('-s', secrets),
    ...pairs('--var', options.vars),
    ...pairs('--env', settings),
  ]
}

const hook = (file: string): string => fileURLToPath(new URL(`./hook/${file}`, import.meta.url))

function pairs(flag: string, values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`])
}

function jobEnvironment(options: RunOptions): Record<string, string> {
  const { urls, repository, ref, sha } = options
  return {
    GITHUB_REPOSITORY: repository,
    GITHUB_REF: ref,
    SHA_REF: sha,
    GITHUB_RUN_ID: String(options.runId),
    GITHUB_RUN_ATTEMPT: String(options.runAttempt),
    GITHUB_RUN_NUMBER: String(options.runNumber ?? options.runId),
    GITHUB_SERVER_URL: urls.server,
    GITHUB_API_URL: urls.api,
    GITHUB_GRAPHQL_URL: urls.graphql,
    GITHUB_TRIGGERING_ACTOR: options.triggeringActor ?? options.actor,
    GITHUB_WORKFLOW_REF: workflowRef(options),
    GITHUB_WORKFLOW_SHA: sha,
    ACTIONS_RESULTS_URL: `${urls.results}/`,
    ACTIONS_RUNTIME_TOKEN: options.runtimeToken,
  }
}

/** `owner/name/.github/workflows/file@ref` of the consumer's workflow. */
export function workflowRef({ repository, workflow, ref }: RunOptions): string {
  return `${repository}/.github/workflows/${workflow}@${ref}`
}
