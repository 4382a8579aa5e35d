import { expect, jest, test } from '@jest/globals'
import { commitOnMain, productsWorld } from './products-world.ts'

// Each test plays a release, in processes of their own.
jest.setTimeout(120_000)

const ADVANCE = { stages: 'all', promote_immediately: 'false', operation: 'advance' }
const CLOUD = { product: 'cloud' }
const DIRECT = { ...CLOUD, deployment_strategy: 'direct' }
const BACK = { ...CLOUD, rollback_reason: 'slow', pypi_action: 'leave-as-is' }
const ALL = { blue: 0, green: 100 }

test.concurrent('a commit is released without a tag and without a GitHub release, recorded, and taken back', async () => {
  await using world = await productsWorld()
  const { serving, next } = world
  const plan = await world.plan({ ...DIRECT, release_version: next })
  expect(plan.outputs).toMatchObject({ verdict: 'pass', channel: 'stable' })
  const done = await world.run('canary-promote', { ...CLOUD, ...ADVANCE, canary_version: next })
  expect(done.outputs).toMatchObject({ verdict: 'pass', deployment_successful: 'true' })
  const own = { ...CLOUD, version: next, 'plan-hash': plan.outputs.plan_hash ?? '' }
  const published = await world.run('publish-rollout-metadata', {
    ...{ ...own, decision: 'go', artifact: 'false' },
  })
  expect(published.outputs.reason).toContain('versions have no GitHub release')
  const end = await world.run('release-record', {
    ...{ ...own, report: 'pipeline', jobs: 'deploy-release=success\n' },
  })
  expect(end.outputs).toMatchObject({ verdict: 'pass', result: 'completed' })
  const entries = (await world.recorded()).filter((path) => path.startsWith('releases/cloud'))
  expect(entries.at(-1)).toBe(`releases/cloud/stable/${next}/000005-outcome.json`)

  const rollback = (operation: string, target = serving, more = {}) =>
    world.run('release-rollback', { ...BACK, operation, rollback_version: target, ...more })
  expect((await rollback('readiness', serving, { 'dry-run': 'true' })).outputs).toMatchObject({
    current_version: next,
  })
  expect((await rollback('validate', next)).outputs.reason).toContain('is not older than')
  const stranger = await rollback('validate', 'deadbee')
  expect(stranger.outputs.reason).toContain('nothing says that the rollback target deadbee')
  expect((await rollback('next-version')).outputs).toMatchObject({
    ...{ verdict: 'pass', next_version: '' },
  })
  const branch = await rollback('hotfix-branch')
  expect(branch.outputs.reason).toContain(`hotfix/rollback-to-${serving}: created`)
  expect(world.cloud.weights).toEqual(ALL)
  const back = await rollback('traffic')
  expect(back.outputs).toMatchObject({ verdict: 'pass', current_version: next })
  expect(world.cloud.weights).toEqual({ blue: 100, green: 0 })
})

test.concurrent('a commit that is missing, came before the one that serves, or is no commit is refused', async () => {
  await using world = await productsWorld()
  const { serving, next, cloud } = world
  const reason = async (version: string) =>
    (await world.plan({ ...DIRECT, release_version: version })).outputs.reason
  expect(await reason('0'.repeat(40))).toBe(
    `the repository has no commit ${'0'.repeat(40)}. Push it first`,
  )
  expect(await reason(serving)).toContain(
    `${serving} is not newer than baseline_version ${serving}`,
  )
  expect(await reason('1.1.0')).toBe(
    'input release_version: must be a commit in 7 to 40 hex digits',
  )
  Object.assign(cloud.versions, { blue: next, green: serving })
  expect(await reason(serving)).toContain(`${serving} is not newer than baseline_version ${next}`)
  // From another branch: neither holds the other, and the newest plan is the newest release.
  const beside = commitOnMain(world.consumer, 'hotfix')
  cloud.versions.green = beside
  expect(await reason(beside)).toContain('is planned')
  const latest = await world.run('verify-assets', { ...CLOUD, version_to_verify: 'latest' })
  expect(latest.outputs.reason).toContain('must be a commit in 7 to 40 hex digits')
})

test.concurrent('while a canary of commits runs, the open release is the version to leave', async () => {
  await using world = await productsWorld()
  const { serving, next } = world
  world.cloud.status = 503
  await world.plan({ ...DIRECT, release_version: next })
  world.cloud.weights = { blue: 50, green: 50 }
  const validate = (target: string) =>
    world.run('release-rollback', { ...BACK, operation: 'validate', rollback_version: target })
  expect((await validate(serving)).outputs).toMatchObject({ current_version: next })
  world.cloud.hangs = () => true
  const silent = await validate(serving)
  expect(silent.exit).toBe(1)
  expect(silent.outputs.reason).toContain('Name it in the input current_version')
})

test.concurrent('a digest is a version of its own scheme, planned with the commit of its run', async () => {
  await using world = await productsWorld({ scheme: 'digest' })
  const digest = (char: string) => `sha256:${char.repeat(64)}`
  Object.assign(world.cloud.versions, { blue: digest('a'), green: digest('b') })
  const plan = await world.plan({ ...DIRECT, release_version: digest('b') })
  expect(plan.outputs).toMatchObject({ verdict: 'pass', baseline_version: digest('a') })
  expect(await world.recorded()).toContain(
    `open/releases/cloud/stable/sha256%3a${'b'.repeat(64)}.json`,
  )
  const done = await world.run('canary-promote', {
    ...{ ...CLOUD, ...ADVANCE, canary_version: digest('b') },
  })
  expect(done.outputs).toMatchObject({ verdict: 'pass', deployment_successful: 'true' })
  const branch = (target: string) =>
    world.run('release-rollback', {
      ...{ ...BACK, operation: 'hotfix-branch', current_version: digest('c') },
      rollback_version: target,
    })
  expect((await branch(digest('b'))).outputs.reason).toBe(
    `branch hotfix/rollback-to-sha256-${'b'.repeat(64)}: created`,
  )
  expect((await branch(digest('a'))).outputs.reason).toBe(
    `no record says the commit of ${digest('a')}. Branch by hand from the commit that it was built of`,
  )
  const other = await world.plan({ ...DIRECT, release_version: world.next })
  expect(other.outputs.reason).toBe(
    'input release_version: must be a digest: sha256: and 64 hex digits',
  )
})
