import { beforeAll, describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../../sandbox/act/index.ts'
import { REPOSITORY } from '../../sandbox/demo/sandbox.ts'
import { serving } from '../../sandbox/demo/scenarios.ts'
import { kinds, links, open } from './record.ts'
import { job, results, rig, testWellFormed } from './rig.ts'
import { readZip } from './zip.ts'

const world = rig(['1.1.0'])
let run: WorkflowRun

describe('a healthy version, released as a canary', () => {
  beforeAll(async () => {
    const load = await world.sandbox.world.startLoad()
    run = await world.release('1.1.0', {
      skip_performance_check: false,
      'desktop-rollout-percentage': '25',
    })
    await load.stop()
  })

  test('goes through every job, and only the freeze has nothing to do', () => {
    expect({ refusal: run.refusal, problem: run.problem, conclusion: run.conclusion }).toEqual({
      refusal: undefined,
      problem: undefined,
      conclusion: 'success',
    })
    expect(results(run)).toEqual({
      'pre-flight-validation': 'success',
      'observability-gate': 'success',
      'deploy-release': 'success',
      'post-deployment-validation': 'success',
      'setup-rollback-readiness': 'success',
      'auto-freeze-on-observability-failure': 'skipped',
      'finalize-release-pipeline': 'success',
    })
    const called = ['performance-regression-check', 'enhanced-smoke-tests', 'release-verification']
    for (const id of called) {
      const inner = run.jobs.filter((j) => j.path.includes(` / ${id} / `))
      expect(inner.length).toBeGreaterThan(3)
      expect(inner.filter((j) => j.result !== 'success')).toEqual([])
    }
  })

  test('ends with all traffic on the new version', async () => {
    expect(await world.sandbox.world.traffic.weights()).toEqual({ blue: 0, green: 100 })
    expect(await serving(world.sandbox)).toBe('1.1.0')
    expect(job(run, 'deploy-release').outputs).toMatchObject({
      deployment_successful: 'true',
      rolled_back: 'false',
      deployment_endpoint: world.sandbox.world.urls.front,
    })
  })

  test('is published, with the go as asset of the release and the same bytes as workflow artifact', async () => {
    const { github, results: artifacts } = world.sandbox
    const release = github.releases(REPOSITORY).find((r) => r.tagName === 'v1.1.0')
    expect(release?.draft).toBe(false)
    const bytes = github.assetBytes(REPOSITORY, 'v1.1.0', 'release-go-no-go.json')
    const asset = new TextDecoder().decode(bytes)
    const files = readZip(await artifacts.read('release-go-no-go-1.1.0'))
    expect(files.get('release-go-no-go.json')).toBe(asset)
    expect(JSON.parse(asset)).toMatchObject({
      version: '1.1.0',
      releaseInputs: { desktopRolloutPercentage: '25', baselineVersion: '1.0.0' },
      gates: { canaryGatePassed: true, status: 'go' },
      gitShortHash: world.sandbox.population.consumer.commits['1.1.0']?.slice(0, 7),
    })
  })

  test('writes the way back down as the artifact rollback-configuration before anybody needs it', async () => {
    const files = readZip(await world.sandbox.results.read('rollback-configuration'))
    const way = JSON.parse(files.get('rollback-configuration.json') ?? '{}')
    expect(way).toMatchObject({ current: '1.1.0', target: '1.0.0' })
    const tarball = world.sandbox.population.baseline.tarball
    expect(way.assets).toContainEqual({ name: tarball.name, digest: `sha256:${tarball.sha256}` })
  })

  test('closes its tracking issue with every box ticked and the label completed', () => {
    const [issue, ...others] = world.sandbox.github.issues(REPOSITORY)
    expect(others).toEqual([])
    expect(issue).toMatchObject({ state: 'closed', title: 'Release checkout-service v1.1.0' })
    expect([...(issue?.labels ?? [])].sort()).toEqual(['completed', 'release-pipeline', 'v1.1.0'])
    expect(issue?.body?.match(/^- \[x\] /gm)).toHaveLength(8)
    expect(issue?.body).not.toContain('- [ ]')
    expect(String(job(run, 'pre-flight-validation').outputs.issue_number)).toBe(
      String(issue?.number),
    )
  })

  test('leaves a chain in the ledger: plan, the verdict of the gate, then intent, outcome and verdict of each stage, then the end', async () => {
    const stage = ['intent', 'outcome', 'verdict']
    const whole = ['plan', 'verdict', ...stage, ...stage, ...stage, ...stage, 'completed']
    expect(await kinds(world.sandbox, '1.1.0')).toEqual(whole)
    expect(await links(world.sandbox, '1.1.0')).toEqual(whole.map(() => true))
    expect(await open(world.sandbox)).toEqual([])
  })

  test('has a summary for each job that ran', () => {
    const ran = run.jobs.filter((j) => j.result !== 'skipped').map((j) => j.path)
    const told = new Set(run.summaries.filter((s) => s.markdown.trim() !== '').map((s) => s.job))
    expect(ran.filter((path) => !told.has(path))).toEqual([])
  })
})

testWellFormed(world)
