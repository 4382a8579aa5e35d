import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { endChild, startChild } from '../children.ts'
import { reservePort } from '../ports.ts'
import type { Listening } from '../server.ts'
import type { Program } from './programs.ts'
import { untilReady } from './ready.ts'

export interface DockerRegistryOptions {
  /** For configuration and images; is made. */
  readonly directory: string
  /** One line of an htpasswd file (bcrypt) of who may push and pull; absent: everybody. */
  readonly htpasswd?: string
}

/** Starts Debian's docker-registry and waits until it answers. */
export async function startDockerRegistry(
  program: Program,
  { directory, htpasswd }: DockerRegistryOptions,
): Promise<Listening> {
  mkdirSync(directory, { recursive: true })
  const port = await reservePort()
  const url = `http://127.0.0.1:${port}`
  const file = join(directory, 'config.yml')
  const path = join(directory, 'htpasswd')
  if (htpasswd !== undefined) writeFileSync(path, `${htpasswd}\n`)
  // YAML is a superset of JSON, so the configuration is written as data.
  const configuration = {
    version: 0.1,
    log: { level: 'error', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(directory, 'images') } },
    http: { addr: `127.0.0.1:${port}` },
    ...(htpasswd === undefined ? {} : { auth: { htpasswd: { realm: 'sandbox', path } } }),
  }
  writeFileSync(file, JSON.stringify(configuration))
  const child = await startChild(program.path, ['serve', file], { stdio: 'ignore' })
  const probe = async () => [200, 401].includes((await fetch(`${url}/v2/`)).status)
  await untilReady('docker-registry', child, probe)
  return { port, url, close: () => endChild(child) }
}
