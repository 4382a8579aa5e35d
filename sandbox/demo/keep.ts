import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { REPOSITORY, type Sandbox, SUITE } from './sandbox.ts'

/** Print how `gh`, curl and a browser reach the sandbox, and wait for Ctrl-C. */
export async function keepUntilStopped(
  sandbox: Sandbox,
  { folder, socketPath }: { readonly folder: string; readonly socketPath: string },
  print: (line: string) => void,
): Promise<void> {
  const { github, world, token } = sandbox
  const config = join(folder, 'gh')
  mkdirSync(config, { recursive: true })
  // gh refuses plain http, but speaks it over a socket.
  writeFileSync(join(config, 'config.yml'), `version: "1"\nhttp_unix_socket: ${socketPath}\n`)
  print('')
  print('The sandbox stays up until Ctrl-C.')
  print(`  export GH_CONFIG_DIR=${config} GH_TOKEN=${token} GH_REPO=${REPOSITORY}`)
  print(`  gh api repos/${REPOSITORY}/issues`)
  print(`  curl -H "authorization: token ${token}" ${github.url}/repos/${REPOSITORY}/issues`)
  print(`  curl ${world.urls.front}/version`)
  const flat = `${relative(SUITE, folder)}/run-*/repository/.github/workflows`
  print(`  flat workflow files: ${flat}`)
  await new Promise<void>((resolve) => {
    // A pending promise alone does not keep a process alive.
    const alive = setInterval(() => {}, 60_000)
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        clearInterval(alive)
        resolve()
      })
  })
}
