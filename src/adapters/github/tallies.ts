import * as z from 'zod'
import type { GitHubSource, GitHubValue } from '../../domain/config/github-source.ts'
import { Failure } from '../../domain/failure.ts'
import { fill } from '../../domain/release/template.ts'
import type { Metrics, Reading, Window } from '../../ports/metrics.ts'
import { valueNamed } from '../sources/value-named.ts'
import type { Client } from './client.ts'

const Issue = z.object({ number: z.int().positive(), pull_request: z.unknown().optional() })

const Runs = z.object({
  total_count: z.int().nonnegative(),
  workflow_runs: z.array(z.object({ id: z.int(), conclusion: z.string().nullable() })),
})

/** Conclusions of a run that did not do its work. One that a person cancelled is none. */
const FAILED = ['failure', 'timed_out', 'startup_failure']

/** Pages of runs that are read: GitHub gives no more than a thousand of a search. */
const PAGES = 10

/** Numbers of issues and of failed runs of a repository. */
export function githubTallies(config: GitHubSource, client: Client): Metrics {
  return {
    async read(objective, window) {
      if (objective.unit !== 'count')
        throw new Failure('bad-config', 'GitHub counts: the unit of the objective must be count')
      const value = valueNamed(config.values, objective)
      return value.kind === 'open-issues'
        ? openIssues(value, window.version, client)
        : failedRuns(value, window, client)
    },
  }
}

type Kind<K extends GitHubValue['kind']> = Extract<GitHubValue, { kind: K }>

/** The whole list was read: it is one observation. */
async function openIssues(
  { labels }: Kind<'open-issues'>,
  version: string,
  client: Client,
): Promise<Reading> {
  const wanted = labels.map((label) => fill(label, { version })).join(',')
  const query = { state: 'open', labels: wanted }
  const found = await client.list(Issue, 'GET /repos/{owner}/{repo}/issues', query)
  const issues = found.filter((each) => (each.pull_request ?? null) === null)
  const value = new Set(issues.map(({ number }) => number)).size
  return { value, samples: 1, question: `open issues with the labels ${wanted}` }
}

async function failedRuns(
  { workflow, branch }: Kind<'failed-runs'>,
  { from, to }: Window,
  client: Client,
): Promise<Reading> {
  const created = `${seconds(from)}..${seconds(to)}`
  const ended = new Map<number, string>()
  for (let page = 1; page <= PAGES; page++) {
    const { workflow_runs: runs } = await client.get(
      Runs,
      'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
      {
        ...{ workflow_id: workflow, status: 'completed', created, per_page: 100, page },
        ...(branch === undefined ? {} : { branch }),
      },
    )
    for (const { id, conclusion } of runs) ended.set(id, conclusion ?? '')
    if (runs.length < 100) return tally(ended, `failed runs of ${workflow} begun in ${created}`)
  }
  throw new Failure('too-many', `GitHub lists more than ${PAGES * 100} runs of ${workflow}`)
}

function tally(ended: ReadonlyMap<number, string>, question: string): Reading {
  const failed = [...ended.values()].filter((conclusion) => FAILED.includes(conclusion))
  return { value: failed.length, samples: ended.size, question }
}

const seconds = (time: Date) => time.toISOString().replace(/\.\d{3}Z$/, 'Z')
