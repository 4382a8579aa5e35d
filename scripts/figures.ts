/** `npm run figures`: what each bundle costs before it does anything, beside an empty Node process in the same minute. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, release, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { runCommand } from './command.ts'
import { type Bench, median, openBench, type Run } from './figures/measure.ts'
import { filesIn, textOf } from './files.ts'

const ROUNDS = 15
const root = resolve(import.meta.dirname, '..')
const git = async (...args: string[]) =>
  (await runCommand('git', args, { cwd: root })).stdout.trim()

/** Inputs by bundle, in bench/figures.json; `{url}` stands for the server. A bundle without inputs shows its refusal. */
type Inputs = Readonly<Record<string, Readonly<Record<string, string>>>>

function environmentOf(name: string, url: string, folder: string): NodeJS.ProcessEnv {
  const inputs = (JSON.parse(textOf(root, 'bench/figures.json') ?? '{}') as Inputs)[name] ?? {}
  const file = (of: string) => {
    writeFileSync(join(folder, of), '')
    return join(folder, of)
  }
  return {
    PATH: process.env.PATH,
    GITHUB_API_URL: url,
    GITHUB_GRAPHQL_URL: `${url}/graphql`,
    GITHUB_SERVER_URL: url,
    GITHUB_REPOSITORY: 'acme/checkout-service',
    GITHUB_SHA: '0'.repeat(40),
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_STATE: file('state'),
    RUNNER_TEMP: folder,
    GITHUB_WORKSPACE: folder,
    ...Object.fromEntries(
      Object.entries(inputs).map(([key, value]) => [
        `INPUT_${key.toUpperCase()}`,
        value.replaceAll('{url}', url),
      ]),
    ),
  }
}

interface Subject {
  readonly name: string
  readonly kib: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly runs: Run[]
}

function subjects(url: string, folder: string): Subject[] {
  const empty = join(folder, 'empty.js')
  writeFileSync(empty, '')
  const bundles = filesIn(join(root, 'dist'), '**/index.js').map((path) => {
    const file = join(root, 'dist', path)
    const name = path.replace('/index.js', '')
    const kib = (statSync(file).size / 1024).toFixed(0)
    return { name, kib, args: [file], env: environmentOf(name, url, folder), runs: [] }
  })
  return [
    { name: '(empty process)', kib: '0', args: [empty], env: { PATH: process.env.PATH }, runs: [] },
    ...bundles,
  ]
}

async function row(bench: Bench, { name, kib, args, env, runs }: Subject): Promise<string> {
  const request = median(runs.flatMap(({ requestMs }) => requestMs ?? []))
  const cells = [
    name,
    kib,
    median(runs.map(({ wallMs }) => wallMs))?.toFixed(0),
    request?.toFixed(0) ?? '–',
    (await bench.rssMiB(args, env)).toFixed(0),
    runs[0]?.requests,
    runs[0]?.code,
  ]
  return `| ${cells.join(' | ')} |`
}

const folder = mkdtempSync(join(tmpdir(), 'figures-'))
const bench = await openBench()
try {
  const all = subjects(bench.url, folder)
  // Round by round, so that a slow minute of the machine is everybody's.
  for (let round = 0; round < ROUNDS; round++)
    for (const { args, env, runs } of all) runs.push(await bench.time(args, env))
  const changed = (await git('status', '--porcelain')) === '' ? '' : ' with changes'
  const [cpu] = cpus()
  console.log(`commit ${(await git('rev-parse', '--short', 'HEAD')) || 'none yet'}${changed}`)
  console.log(
    `machine ${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}, Node ${process.version}`,
  )
  console.log(`median of ${ROUNDS} interleaved runs; the server answers 404 to everything\n`)
  console.log('| bundle | KiB | wall ms | first request ms | RSS MiB | requests | exit |')
  console.log('| --- | --- | --- | --- | --- | --- | --- |')
  for (const subject of all) console.log(await row(bench, subject))
  if (all.length === 1) console.log('\ndist/ has no bundle yet: run npm run build')
} finally {
  bench.close()
  rmSync(folder, { recursive: true, force: true })
}
