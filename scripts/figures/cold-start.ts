/** What each bundle costs before it does anything, beside an empty Node process in the same minute. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filesIn, textOf } from '../files.ts'
import { type Inputs, stepEnvironment } from './environment.ts'
import { type Bench, median, openBench, type Run } from './measure.ts'

const ROUNDS = 15

/** Limits of issue 10, as multiples of the wall time of the empty process. */
const LIMITS = { wall: 3.4, request: 2.7 }

interface Subject {
  readonly name: string
  readonly kib: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly runs: Run[]
}

/** The table, a line a bundle; the first is the empty process. */
export async function coldStart(root: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'figures-'))
  const bench = await openBench()
  try {
    const all = subjects(root, bench.url, folder)
    // Round by round, so that a slow minute of the machine is everybody's.
    for (let round = 0; round < ROUNDS; round++)
      for (const { args, env, runs } of all) runs.push(await bench.time(args, env))
    const empty = median(all[0]?.runs.map(({ wallMs }) => wallMs) ?? []) ?? Number.NaN
    const rows: string[] = []
    for (const subject of all) rows.push(await row(bench, subject, empty))
    return [
      `median of ${ROUNDS} interleaved runs; the server answers 404 to everything; × is the time of the empty process`,
      `limits: wall ${LIMITS.wall} ×, first request ${LIMITS.request} ×`,
      '',
      '| bundle | KiB | wall ms | × | first request ms | × | RSS MiB | requests | exit |',
      `|${' --- |'.repeat(9)}`,
      ...rows,
    ]
  } finally {
    bench.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function subjects(root: string, url: string, folder: string): Subject[] {
  const file = join(folder, 'empty.js')
  writeFileSync(file, '')
  const empty = { name: '(empty process)', kib: '0', args: [file], runs: [] }
  return [
    { ...empty, env: { PATH: process.env.PATH } },
    ...filesIn(join(root, 'dist'), '**/index.js').map((path) => bundle(root, path, url, folder)),
  ]
}

/** A bundle without inputs in bench/figures.json shows its refusal; `{url}` there stands for the server. */
function bundle(root: string, path: string, url: string, folder: string): Subject {
  const name = path.replace('/index.js', '')
  const file = join(root, 'dist', path)
  const given = JSON.parse(textOf(root, 'bench/figures.json') ?? '{}') as Record<string, Inputs>
  const inputs = Object.entries(given[name] ?? {}).map(
    ([key, value]) => [key, value.replaceAll('{url}', url)] as const,
  )
  return {
    name,
    kib: (statSync(file).size / 1024).toFixed(0),
    args: [file],
    env: stepEnvironment(url, folder, Object.fromEntries(inputs)),
    runs: [],
  }
}

async function row(
  bench: Bench,
  { name, kib, args, env, runs }: Subject,
  empty: number,
): Promise<string> {
  const wall = median(runs.map(({ wallMs }) => wallMs))
  const request = median(runs.flatMap(({ requestMs }) => requestMs ?? []))
  const cells = [
    ...[name, kib, ...beside(wall, empty), ...beside(request, empty)],
    (await bench.rssMiB(args, env)).toFixed(0),
    runs[0]?.requests,
    runs[0]?.code,
  ]
  return `| ${cells.join(' | ')} |`
}

/** Milliseconds, and how often the empty process fits into them. */
function beside(ms: number | undefined, empty: number): readonly [string, string] {
  return ms === undefined ? ['–', '–'] : [ms.toFixed(0), (ms / empty).toFixed(1)]
}
