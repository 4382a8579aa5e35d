import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What one command said. */
export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** The real `gh` of one person, for whom a socket is github.com. */
export interface GhClient {
  /** Runs `gh` with these words; a failure is an answer, too. */
  gh(...args: string[]): Promise<Said>
  /** Runs a text as a person pastes it, with `gh` on the path. */
  shell(text: string): Promise<Said>
}

export interface GhClientOptions {
  /** An empty folder: home, configuration and working folder. */
  readonly folder: string
  readonly socketPath: string
  readonly token: string
  /** `owner/name`. */
  readonly repository: string
}

const patienceMs = 300_000

/** Configures `gh` as `npm start -- --keep` does it: it refuses plain http, but speaks it over a socket. */
export function ghClient({ folder, socketPath, token, repository }: GhClientOptions): GhClient {
  const config = join(folder, 'config')
  mkdirSync(config)
  writeFileSync(join(config, 'config.yml'), `version: "1"\nhttp_unix_socket: ${socketPath}\n`)
  const env = {
    PATH: `${dirname(ghBinary())}:${process.env.PATH}`,
    HOME: folder,
    GH_CONFIG_DIR: config,
    GH_TOKEN: token,
    GH_REPO: repository,
    GH_PROMPT_DISABLED: '1',
    GH_NO_UPDATE_NOTIFIER: '1',
    NO_COLOR: '1',
    TZ: 'UTC',
  }
  const said = (command: string, args: string[]): Promise<Said> =>
    new Promise((resolve) => {
      const options = { cwd: folder, env, timeout: patienceMs }
      execFile(command, args, options, (error, out, err) => {
        const code = error === null ? 0 : Number(error.code ?? 1)
        resolve({ code, out: out.trimEnd(), err: err.trimEnd() })
      })
    })
  return {
    gh: (...args) => said(ghBinary(), args),
    shell: (text) => said('bash', ['-e', '-c', text]),
  }
}

function ghBinary(): string {
  const tools = JSON.parse(process.env.RELEASE_ACTIONS_TOOLS ?? '{}') as { gh?: string }
  if (tools.gh === undefined) throw new Error('gh is missing: start this with npm test')
  return tools.gh
}
