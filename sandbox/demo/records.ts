import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { WorkflowRun } from '../act/index.ts'
import { page } from './page.ts'
import { REPOSITORY, type Sandbox } from './sandbox.ts'

const run = promisify(execFile)

/** Write what a person looks at after a scenario: the job summaries of its run as one page. */
export async function writeSummaries(
  name: string,
  result: WorkflowRun,
  folder: string,
): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const jobs = result.jobs
    .filter((j) => j.result !== 'skipped')
    .map((j) => `| ${j.path} | ${j.result} |`)
  const head = `# ${name}: ${result.conclusion}\n\n| Job | Result |\n| --- | --- |\n${jobs.join('\n')}`
  const parts = result.summaries.map((s) => `---\n\n**${s.job}**\n\n${s.markdown}`)
  const path = join(folder, `${name}.html`)
  writeFileSync(path, await page(`${name}: job summaries`, [head, ...parts].join('\n\n')))
  return path
}

/** Write the issues as one page. */
export async function writeIssues({ github }: Sandbox, folder: string): Promise<string> {
  const issues = github.issues(REPOSITORY).map((i) => {
    const labels = i.labels.map((l) => `\`${l}\``).join(' ')
    return `## #${i.number} ${i.title} (${i.state})\n\n${labels}\n\n${i.body}`
  })
  const path = join(folder, 'issues.html')
  writeFileSync(path, await page('Issues', issues.join('\n\n---\n\n')))
  return path
}

/** Check the ledger's branch out, so that the records can be read as files. */
export async function writeLedger({ population }: Sandbox, folder: string): Promise<string> {
  const target = join(folder, 'ledger')
  const source = population.consumer.bare
  if (existsSync(target)) await run('git', ['-C', target, 'pull', '--quiet'])
  else await run('git', ['clone', '--quiet', '--branch', 'release-ledger', source, target])
  return target
}
