/** One run of one contestant: a process that is given a minute. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Command } from './contestants.ts'

/** Longer than this is a hang. */
export const PATIENCE_MS = 65_000
const LOOK_MS = 3

export interface Ran {
  /** Null where it had to be killed. */
  readonly code: number | null
  readonly wallMs: number
  /** Largest resident size in MiB; undefined where there is no /proc. */
  readonly rssMiB: number | undefined
  /** What it printed, both streams. */
  readonly said: string
}

/** Runs the command to its end. */
export async function runOnce({ command, args, env }: Command, cwd: string): Promise<Ran> {
  const started = performance.now()
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      said += text.toString()
    })
  let peak: number | undefined
  const look = setInterval(() => {
    peak = peakMiB(child.pid) ?? peak
  }, LOOK_MS)
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  const code = await new Promise<number | null>((end, reject) => {
    child.once('error', reject)
    child.once('close', end)
  })
  clearInterval(look)
  clearTimeout(patience)
  return { code, wallMs: performance.now() - started, rssMiB: peak, said }
}

/** The kernel's own high-water mark. */
function peakMiB(pid: number | undefined): number | undefined {
  try {
    const [, kib] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kib === undefined ? undefined : Number(kib) / 1024
  } catch {
    return undefined
  }
}
