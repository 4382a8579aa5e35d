/**
 * The example of two products as its users have it: a push to main releases cloud, a tag releases edge, a cron moves it on.
 *
 * @story
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { WorkflowRun } from '../../sandbox/act/index.ts'
import { SUITE } from '../../sandbox/demo/forge.ts'
import { cli } from '../../test/cli/run-cli.ts'
import { errors, job, results } from '../../test/workflows/rig.ts'
import { FLEET, fleet } from './fleet.ts'
import type { Product } from './fleet-world.ts'

// A release under act, on a machine that does other things too.
jest.setTimeout(240_000)

const world = fleet()
const SERVER = readFileSync(join(SUITE, 'examples/cloud-and-edge/cloud/server.mjs'), 'utf8')
const HEALTHY = `${SERVER}// Nothing else has changed.\n`
/** Sick from the first request on that comes through the router. */
const SICK = SERVER.replace(
  'createServer(({ url }, response) => {',
  `let sick = false
createServer(({ url, headers }, response) => {
  sick ||= 'x-forwarded-for' in headers
  if (sick) return response.writeHead(500).end()`,
)

const weights = (product: Product) =>
  Object.fromEntries(world.it.routers[product].backends().map((b) => [b.name, b.weight]))
const serving = async (product: Product) => {
  const answer = await fetch(`${world.it.routers[product].front.url}/api/version`)
  return ((await answer.json()) as { readonly version: string }).version
}
const shown = () =>
  world.it.github
    .deployments(FLEET)
    .at(-1)
    ?.statuses.map(({ state, description }) => `${state} ${description.split(' | ')[0]}`)
const freezes = () =>
  world.it.github.issues(FLEET).filter(({ title }) => title.startsWith('Release freeze'))
const draft = (tag: string) =>
  world.it.github.releases(FLEET).find(({ tagName }) => tagName === tag)?.draft

/** What the command line finds in the record of each release, and whether all of it is sound. */
function recorded() {
  const { exit, lines } = cli('verify-ledger', '--repository', world.it.bare)
  const found = lines.flatMap((line) => {
    const [, product, version, end] = /^ok +(\S+) stable (\S+) +\d+ entries +(\S+)/.exec(line) ?? []
    return product === undefined ? [] : [`${product} ${version} ${end}`]
  })
  return { exit, found }
}

describe('a push to main', () => {
  let run: WorkflowRun
  let sha: string

  beforeAll(async () => {
    ;({ run, sha } = await world.it.push({ 'cloud/server.mjs': HEALTHY }))
  })

  test('is built, released by its digest and green in every job', async () => {
    expect(run.conclusion).toBe('success')
    expect(job(run, 'build').outputs.digests).toMatch(/^ghcr\.io\/acme\/fleet-api=sha256:/)
    expect(results(run)).toEqual({
      'pre-flight-validation': 'success',
      'observability-gate': 'success',
      'deploy-release': 'success',
      'post-deployment-validation': 'success',
      'setup-rollback-readiness': 'success',
      'auto-freeze-on-observability-failure': 'skipped',
      'finalize-release-pipeline': 'success',
    })
    expect(weights('cloud')).toEqual({ blue: 0, green: 100 })
    expect(await serving('cloud')).toBe(sha)
  })

  test('is recorded, and shown among the deployments', () => {
    expect(recorded()).toEqual({ exit: 0, found: [`cloud ${sha} completed`] })
    expect(shown()).toEqual(['in_progress stage 1/1: 100 %', 'success its stage passed'])
  })

  test('that fails its health check under traffic is taken back, frozen and red', async () => {
    const url = `${world.it.routers.cloud.front.url}/api/health`
    const customers = setInterval(() => void fetch(url).catch(() => undefined), 100)
    const pushing = world.it.push({ 'cloud/server.mjs': SICK })
    const bad = await pushing.finally(() => clearInterval(customers))
    expect(bad.run.conclusion).toBe('failure')
    expect(results(bad.run)).toMatchObject({
      'observability-gate': 'success',
      'deploy-release': 'failure',
      'post-deployment-validation': 'skipped',
      'auto-freeze-on-observability-failure': 'success',
      'finalize-release-pipeline': 'failure',
    })
    expect(job(bad.run, 'deploy-release').outputs.rolled_back).toBe('true')
    expect(weights('cloud')).toEqual({ blue: 0, green: 100 })
    expect(await serving('cloud')).toBe(sha)
    expect(freezes()).toMatchObject([{ state: 'open', title: expect.stringContaining(bad.sha) }])
    expect(recorded()).toMatchObject({
      exit: 0,
      found: expect.arrayContaining([`cloud ${bad.sha} rolled-back`]),
    })
    expect(shown()).toEqual(['in_progress stage 1/1: 100 %', 'failure rolled back at stage 1/1'])
  })
})

describe('a tag of edge', () => {
  let run: WorkflowRun

  beforeAll(async () => {
    run = await world.it.tag('edge/v1.1.0')
  })

  test('goes out to the first ring, although cloud is frozen, and its run is over', () => {
    expect(run.conclusion).toBe('success')
    expect(job(run, 'deploy-release').outputs.handed_over).toBe('true')
    expect(weights('edge')).toEqual({ blue: 95, green: 5 })
    expect(draft('edge/v1.1.0')).toBe(true)
    expect(freezes()).toHaveLength(1)
  })

  test.each([
    ['6 hours, in the first ring, which is watched for a day', 6, 5],
    ['a day, in the second ring', 25, 25],
  ])('is found by the cron after %s', async (_when, hours, green) => {
    expect((await world.it.tick(hours)).conclusion).toBe('success')
    expect(weights('edge')).toEqual({ blue: 100 - green, green })
  })

  test('waits where it is for a person after a cron that nobody has started in time', async () => {
    const tick = await world.it.tick(101)
    expect(tick.conclusion).toBe('failure')
    expect(errors(tick, 'tick')).toMatch(/edge 1\.1\.0: nobody looked for 1d4h\w* after the bake$/)
    expect(weights('edge')).toEqual({ blue: 75, green: 25 })
    expect(freezes().map(({ state }) => state)).toEqual(['open', 'open'])
  })

  test('goes on to everybody when the person has resumed it', async () => {
    const resume = { product: 'edge', canary_version: '1.1.0', operation: 'resume' }
    expect((await world.it.dispatch('canary-promote.yml', resume)).conclusion).toBe('success')
    await world.it.lift(freezes().at(-1)?.number ?? 0)
    expect((await world.it.tick(150)).conclusion).toBe('success')
    expect(weights('edge')).toEqual({ blue: 0, green: 100 })
    expect(draft('edge/v1.1.0')).toBe(true)
  })

  test('is completed a day later, and published', async () => {
    const tick = await world.it.tick(175)
    expect(job(tick, 'tick').outputs.open).toBe('0')
    expect(await serving('edge')).toBe('1.1.0')
    expect(draft('edge/v1.1.0')).toBe(false)
    expect(recorded()).toEqual({ exit: 0, found: expect.arrayContaining(['edge 1.1.0 completed']) })
    expect(shown()).toEqual([
      ...['in_progress stage 1/3: 5 %', 'in_progress stage 2/3: 25 %'],
      ...['in_progress stage 2/3: 25 %, paused', 'in_progress stage 2/3: 25 %'],
      ...['in_progress stage 3/3: 100 %', 'success all 3 stages passed'],
    ])
  })

  test('is taken back by a person who thinks better of it', async () => {
    const back = { product: 'edge', rollback_version: '1.0.0', rollback_reason: 'devices restart' }
    const run = await world.it.dispatch('release-rollback.yml', back)
    const { git } = world.it.github.repository(FLEET)
    expect(new Set(Object.values(results(run)))).toEqual(new Set(['success']))
    expect(weights('edge')).toEqual({ blue: 100, green: 0 })
    expect(await git.commitOf('refs/heads/hotfix/rollback-to-edge/v1.0.0')).toBe(world.it.first)
    expect(recorded()).toEqual({
      exit: 0,
      found: expect.arrayContaining(['edge 1.1.0 rolled-back']),
    })
    expect(shown()?.at(-1)).toBe('inactive taken back after its completion')
  })
})

test('every request of the suite and of gh is one that GitHub and its artifact service accept', () => {
  expect(world.it.github.violations).toEqual([])
  expect(world.it.results.violations).toEqual([])
})
