/** One run of a bundle as a child process, beside a server that counts its requests. */
import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** What one run took; times in ms from the start of the process, `requestMs` undefined if it asked for nothing. */
export interface Run {
  readonly wallMs: number
  readonly requestMs: number | undefined
  readonly requests: number
  readonly code: number | null
}

/** Runs commands with a server on loopback that answers 404 to everything. */
export interface Bench {
  readonly url: string
  /** Of Node unless another command is named. */
  time(args: readonly string[], env: NodeJS.ProcessEnv, command?: string): Promise<Run>
  /** The largest resident size of one run in MiB. */
  rssMiB(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number>
  close(): void
}

/** Opens the server. */
export async function openBench(): Promise<Bench> {
  let arrivals: number[] = []
  const server = createServer((request, response) => {
    arrivals.push(performance.now())
    request.resume()
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not Found"}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async time(args, env, command) {
      arrivals = []
      const start = performance.now()
      const { code } = await run(args, env, command)
      const wallMs = performance.now() - start
      const [first] = arrivals
      return { wallMs, requestMs: first && first - start, requests: arrivals.length, code }
    },
    async rssMiB(args, env) {
      const preload = join(import.meta.dirname, 'rss.cjs')
      const { said } = await run(['--require', preload, ...args], env)
      return Number(said) / 1024
    },
    close: () => server.close(),
  }
}

function run(args: readonly string[], env: NodeJS.ProcessEnv, command = process.execPath) {
  const child = spawn(command, args, {
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stdio[3]?.on('data', (chunk) => {
    said += chunk
  })
  return new Promise<{ code: number | null; said: string }>((end) =>
    child.on('close', (code) => end({ code, said })),
  )
}

/** The middle value; undefined of nothing. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
