import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { styleText } from 'node:util'
import { keepUntilStopped } from './keep.ts'
import { writeIssues, writeLedger, writeSummaries } from './records.ts'
import { REPOSITORY, type Sandbox, SUITE, startSandbox } from './sandbox.ts'
import { type Before, ledgerHead, SCENARIOS, type Scenario, serving } from './scenarios.ts'
import { timeline } from './timeline.ts'

export interface DemoOptions {
  /** Only this one; `frozen` plays `faulty` first. */
  readonly scenario?: Scenario['name']
  /** Leave the sandbox up and print how to reach it. */
  readonly keep: boolean
  readonly act: string
  readonly print: (line: string) => void
}

/** Requests a second: real traffic that the faulty version cannot hide from for long. */
const LOAD = { ratePerSecond: 400, connections: 20 }

/** Play the scenarios one after the other. Resolves with the number of things that did not end as they have to. */
export async function demo(options: DemoOptions): Promise<number> {
  const { print } = options
  const folder = join(SUITE, '.sandbox', 'start')
  rmSync(folder, { recursive: true, force: true })
  const begin = performance.now()
  const socketPath = join(mkdtempSync(join(tmpdir(), 'release-actions-')), 'github.sock')
  const sandbox = await startSandbox({
    servers: 'real',
    workdir: folder,
    act: options.act,
    socketPath,
  })
  try {
    print(`sandbox up in ${seconds(begin)}; ${sandbox.world.describe}`)
    const played = chosen(options.scenario)
    for (const { version } of played) await sandbox.prepare(version)
    print(`built and published ${played.map((s) => s.version).join(', ')} as drafts`)
    const from = performance.now()
    const load = await sandbox.world.startLoad(LOAD)
    let problems = 0
    for (const scenario of played) problems += await play(scenario, sandbox, folder, print)
    const { answers, failures } = await load.stop()
    print('')
    print(`${answers} requests of customers answered, ${failures} of them with an error`)
    print(`${played.length} releases in ${seconds(from)}`)
    await whereToLook(sandbox, played, folder, print)
    if (options.keep) await keepUntilStopped(sandbox, { folder, socketPath }, print)
    return problems
  } finally {
    await sandbox.close()
    rmSync(dirname(socketPath), { recursive: true, force: true })
  }
}

function chosen(name: Scenario['name'] | undefined): readonly Scenario[] {
  if (name === undefined) return SCENARIOS
  return SCENARIOS.filter((s) => s.name === name || (name === 'frozen' && s.name === 'faulty'))
}

async function play(
  scenario: Scenario,
  sandbox: Sandbox,
  folder: string,
  print: DemoOptions['print'],
): Promise<number> {
  const before: Before = {
    serving: await serving(sandbox),
    issues: sandbox.github.issues(REPOSITORY).length,
    ledger: await ledgerHead(sandbox),
  }
  print('')
  print(
    styleText(
      'bold',
      `${scenario.name}: ${scenario.version} after ${before.serving}: ${scenario.story}`,
    ),
  )
  const run = await sandbox.run({
    workflow: 'orchestrated-release-pipeline.yml',
    inputs: {
      release_version: scenario.version,
      baseline_version: before.serving,
      environment: sandbox.profile,
    },
    onEvent: timeline(print),
  })
  await writeSummaries(scenario.name, run, join(folder, 'summaries'))
  const problems = await scenario.problems(run, sandbox, before)
  const said = run.refusal ?? run.problem
  if (said !== undefined) print(`  ${said}`)
  for (const problem of problems) print(styleText('red', `  not as expected: ${problem}`))
  if (problems.length === 0)
    print(styleText('green', `  ended as expected in ${run.seconds.toFixed(1)} s`))
  return problems.length
}

async function whereToLook(
  sandbox: Sandbox,
  played: readonly Scenario[],
  folder: string,
  print: DemoOptions['print'],
): Promise<void> {
  const show = (path: string) => relative(SUITE, path)
  print('')
  print('Look at')
  for (const { name } of played)
    print(`  ${show(join(folder, 'summaries', `${name}.html`)).padEnd(44)} job summaries`)
  print(`  ${show(await writeIssues(sandbox, folder)).padEnd(44)} tracking and freeze issues`)
  print(`  ${show(await writeLedger(sandbox, folder)).padEnd(44)} the record, one file an entry`)
}

function seconds(from: number): string {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`
}
