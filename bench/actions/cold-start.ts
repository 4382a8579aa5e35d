/** What each contestant costs before it does anything: a server that answers 404 to everything, as in `npm run figures`. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, openBench, type Run } from '../../scripts/figures/measure.ts'
import { type Command, contestants } from './contestants.ts'
import { FILE, relayTo } from './place.ts'

const ROUNDS = 11

/** Medians of one contestant. */
export interface Cold {
  /** From the start of the process to its first request. */
  readonly requestMs: number | undefined
  /** How often an empty Node process fits into that. */
  readonly times: number | undefined
}

/** In the order of the contestants. */
export async function coldStarts(): Promise<readonly Cold[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-actions-'))
  const bench = await openBench()
  const relay = await relayTo(bench.url, join(folder, 'github.sock'))
  try {
    mkdirSync(join(folder, 'gh'))
    writeFileSync(join(folder, FILE), '{}\n')
    writeFileSync(join(folder, 'empty.js'), '')
    const place = { url: bench.url, socketPath: relay.path, folder, token: 'a-token' }
    const planHash = `sha256:${'0'.repeat(64)}`
    const all = contestants.map((one) => one.commandFor({ ...place, planHash, run: 1, attempt: 1 }))
    const empty = { command: process.execPath, args: [join(folder, 'empty.js')], env: {} }
    const [first = [], ...runs] = await interleaved([empty, ...all], (one) =>
      bench.time(one.args, one.env, one.command),
    )
    const alone = median(first.map(({ wallMs }) => wallMs)) ?? Number.NaN
    return runs.map((own) => {
      const requestMs = median(own.flatMap((run) => run.requestMs ?? []))
      return { requestMs, times: requestMs && requestMs / alone }
    })
  } finally {
    relay.close()
    bench.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Round by round, so that a slow minute of the machine is everybody's. */
async function interleaved(
  commands: readonly Command[],
  time: (command: Command) => Promise<Run>,
): Promise<readonly (readonly Run[])[]> {
  const runs = commands.map((): Run[] => [])
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, command] of commands.entries()) runs[i]?.push(await time(command))
  return runs
}
