import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { endChild, startChild } from '../children.ts'
import { reservePort } from '../ports.ts'
import type { Listening } from '../server.ts'
import type { Program } from './programs.ts'
import { untilReady } from './ready.ts'

/** Starts a single Loki with tenants and waits until it takes a line and gives it back. */
export async function startLoki(program: Program, directory: string): Promise<Listening> {
  mkdirSync(directory, { recursive: true })
  const port = await reservePort()
  const url = `http://127.0.0.1:${port}`
  const file = join(directory, 'loki.yml')
  writeFileSync(file, configuration(port, await reservePort(), directory))
  const child = await startChild(program.path, [`-config.file=${file}`], { stdio: 'ignore' })
  await untilReady('loki', child, () => isTaking(url), 40_000)
  return { port, url, close: () => endChild(child) }
}

/** Its own `/ready` waits for 15 s more. */
async function isTaking(url: string): Promise<boolean> {
  const headers = { 'content-type': 'application/json', 'x-scope-orgid': 'start' }
  const values = [[`${Date.now()}000000`, 'it runs']]
  const body = JSON.stringify({ streams: [{ stream: { app: 'start' }, values }] })
  const pushed = await fetch(`${url}/loki/api/v1/push`, { method: 'POST', headers, body })
  if (pushed.status !== 204) return false
  const query = encodeURIComponent('sum(count_over_time({app="start"}[1h]))')
  const answer = await fetch(`${url}/loki/api/v1/query?query=${query}`, { headers })
  return answer.ok && (await answer.text()).includes('"value"')
}

/** YAML is a superset of JSON, so the configuration is written as data. */
function configuration(port: number, grpc: number, directory: string): string {
  const storage = {
    chunks_directory: join(directory, 'chunks'),
    rules_directory: join(directory, 'rules'),
  }
  return JSON.stringify({
    auth_enabled: true,
    analytics: { reporting_enabled: false },
    server: {
      ...{ http_listen_address: '127.0.0.1', http_listen_port: port, log_level: 'error' },
      ...{ grpc_listen_address: '127.0.0.1', grpc_listen_port: grpc },
    },
    common: {
      ...{ instance_addr: '127.0.0.1', path_prefix: directory, replication_factor: 1 },
      storage: { filesystem: storage },
      ring: { kvstore: { store: 'inmemory' } },
    },
    schema_config: {
      configs: [
        {
          ...{ from: '2020-01-01', store: 'tsdb', object_store: 'filesystem', schema: 'v13' },
          index: { prefix: 'index_', period: '24h' },
        },
      ],
    },
  })
}
