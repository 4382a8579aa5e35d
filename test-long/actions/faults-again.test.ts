import { expect, jest, test } from '@jest/globals'
import { startResults } from '../../sandbox/results/index.ts'
import { ledgerOf } from '../../test/actions/ledger-of.ts'
import {
  type Inputs,
  openIssues,
  REPOSITORY,
  type ReleaseWorld,
  releaseWorld,
} from '../../test/actions/release-world.ts'

// The story starts a dozen processes.
jest.setTimeout(180_000)

const JOBS = 'pre-flight-validation=success\ndeploy-release=success\n'

/** Everything that a step that is run again must not make a second time. */
const made = async (world: ReleaseWorld) => ({
  entries: (await ledgerOf(world)).entries.length,
  issues: world.github.issues(REPOSITORY).length,
  comments: world.github.issues(REPOSITORY).flatMap(({ comments }) => comments).length,
  assets: world.github.releases(REPOSITORY).flatMap(({ assets }) => assets).length,
  puts: world.traffic.put.length,
})

test('[C-78] [C-79] [FI-27] each step of a release, twice in its job and once more in a second attempt, is done once', async () => {
  await using world = await releaseWorld({ releases: { '1.2.0': false } })
  const results = await startResults()
  const env = {
    ACTIONS_RESULTS_URL: results.url,
    ACTIONS_RUNTIME_TOKEN: results.runtimeToken('7'),
    GITHUB_SERVER_URL: 'https://github.com',
  }
  /** Three times; every time the same verdict, and nothing is made after the first. */
  async function thrice(name: string, inputs: Inputs, attempts = ['1', '1', '2']): Promise<void> {
    const seen = []
    for (const attempt of attempts) {
      const run = await world.run(name, inputs, { env: { ...env, GITHUB_RUN_ATTEMPT: attempt } })
      seen.push({ verdict: run.outputs.verdict, reason: run.log, ...(await made(world)) })
    }
    const [{ reason: _, ...first } = { reason: '' }, ...others] = seen
    for (const { reason, ...other } of others)
      expect([name, reason, other]).toEqual([name, reason, first])
    expect([name, first]).toEqual([name, expect.objectContaining({ verdict: 'pass' })])
  }
  try {
    await thrice('plan', {
      release_version: '1.1.0',
      deployment_strategy: 'canary',
      'desktop-rollout-percentage': '100',
    })
    const promote = { canary_version: '1.1.0', operation: 'advance', promote_immediately: 'false' }
    await world.run('canary-promote', { ...promote, stages: 'one' })
    await thrice('canary-promote', { ...promote, stages: 'all' }, ['2', '2', '3'])
    const { entries } = await ledgerOf(world)
    expect(entries.map(({ run }) => run.attempt)).toEqual([1, 1, 1, 1, 2, 2, 2])
    const hash = entries[0]?.planHash ?? ''
    await thrice('publish-rollout-metadata', {
      ...{ version: '1.1.0', 'plan-hash': hash, decision: 'go', artifact: 'true' },
    })
    await thrice('release-record', {
      ...{ version: '1.1.0', 'plan-hash': hash, report: 'pipeline', jobs: JOBS },
    })
    const back = { rollback_version: '1.0.0', current_version: '1.1.0', rollback_reason: 'x' }
    await thrice('release-rollback', { ...back, operation: 'validate', pypi_action: 'leave-as-is' })
    await thrice('release-rollback', {
      ...back,
      operation: 'hotfix-branch',
      pypi_action: 'leave-as-is',
    })
    await thrice('auto-freeze-issue', { version: '1.2.0', gate: 'gate', reason: 'too slow' })
    expect(openIssues(world)).toHaveLength(2)
    expect(results.violations).toEqual([])
  } finally {
    await results.close()
  }
})
