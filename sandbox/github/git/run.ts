import { execFile } from 'node:child_process'

/** A git command that ended with another code than 0. */
export class GitFailure extends Error {}

/** What a git command may need beside its arguments. */
export interface GitInput {
  readonly input?: Uint8Array | string
  readonly env?: Readonly<Record<string, string>>
}

const maxBuffer = 256 * 1024 * 1024

/** Runs the real git on one bare repository. Fails with GitFailure and git's first line. */
export function runGit(gitDir: string, args: readonly string[], input?: GitInput): Promise<Buffer> {
  return runCommand(['--git-dir', gitDir, ...args], input)
}

/** Makes a working copy of a bare repository at one commit. Fails with GitFailure. */
export async function checkOut(gitDir: string, oid: string, target: string): Promise<void> {
  await runCommand(['clone', '--quiet', '--no-checkout', gitDir, target])
  await runCommand(['-C', target, 'checkout', '--quiet', oid])
}

/** Without a shell, and without the machine's own configuration. */
function runCommand(args: readonly string[], { input, env }: GitInput = {}): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { encoding: 'buffer' as const, maxBuffer, env: gitEnvironment(env) }
    const child = execFile('git', args, options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout)
      else reject(new GitFailure(firstLine(stderr) || `git ${args.join(' ')} failed`))
    })
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input ?? '')
  })
}

/** The environment in which git sees nothing of the machine's own configuration. */
export function gitEnvironment(extra: Readonly<Record<string, string>> = {}) {
  return {
    PATH: process.env.PATH ?? '',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
    ...extra,
  }
}

function firstLine(stderr: Buffer) {
  return stderr.toString('utf8').split('\n', 1)[0] ?? ''
}
