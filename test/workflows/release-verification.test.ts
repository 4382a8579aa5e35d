/** @story */
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../../sandbox/act/index.ts'
import { REPOSITORY } from '../../sandbox/demo/sandbox.ts'
import { closeIssue, removeAsset, uploadAsset } from './people.ts'
import { errors, job, rig, shorter, testWellFormed } from './rig.ts'

/** The files for `schedule` and `release` name no profile: what they need stands above the profiles. */
const PLATFORMS = 'verification: { platforms: [{ runner: ubuntu-latest, python: 3.x }] }'
const edit = (path: string, text: string) =>
  shorter(path, text)
    .replace('  wait: 10m', '  wait: 2s')
    .replace('\nprofiles:', `\n${PLATFORMS}\n\nprofiles:`)

const world = rig(['1.1.0'], { edit })
const TARBALL = 'checkout-service-1.0.0.tgz'
const WHEEL = 'checkout_client-1.0.0-py3-none-any.whl'
const issues = () => world.sandbox.github.issues(REPOSITORY)
const verify = (version: string) =>
  world.run({
    workflow: 'release-verification.yml',
    inputs: { version_to_verify: version, environment: world.sandbox.profile },
  })
const outcomes = (run: WorkflowRun) =>
  Object.fromEntries(
    run.jobs.map((j) => [j.path.split(' / ').at(-1)?.replace(/ \(.*/, ''), j.result]),
  )
const ALL = {
  'detect-version': 'success',
  'verify-pypi-availability': 'success',
  'cross-platform-verification': 'success',
  'integration-test-verification': 'success',
  'performance-benchmark': 'success',
  'dependency-security-scan': 'success',
  'create-verification-report': 'success',
}

describe('release-verification of a sound release', () => {
  test('passes when a release is published, for the version of its tag', async () => {
    const payload = { action: 'published', release: { tag_name: 'v1.0.0', draft: false } }
    const run = await world.run({
      workflow: 'release-verification-published.yml',
      event: 'release',
      payload,
    })
    expect(outcomes(run)).toEqual(ALL)
    expect(job(run, 'detect-version').outputs).toMatchObject({
      version: '1.0.0',
      is_prerelease: 'false',
    })
    expect(run.conclusion).toBe('success')
  })

  test('passes on the daily schedule, for the newest published release and not for a draft', async () => {
    const run = await world.run({
      workflow: 'release-verification-nightly.yml',
      event: 'schedule',
    })
    expect(outcomes(run)).toEqual(ALL)
    expect(job(run, 'detect-version').outputs.version).toBe('1.0.0')
    expect(job(run, 'verify-pypi-availability').outputs.pypi_available).toBe('true')
    expect(run.conclusion).toBe('success')
    expect(issues()).toEqual([])
  })
})

test('release-verification has the same job results when act calls the files itself', async () => {
  const inputs = { version_to_verify: '1.0.0', environment: world.sandbox.profile }
  const run = await world.run({ workflow: 'release-verification.yml', inputs, flatten: false })
  expect(run.conclusion).toBe('success')
  expect(outcomes(run)).toEqual(ALL)
})

describe('release-verification of a version that the index does not show', () => {
  let run: WorkflowRun

  beforeAll(async () => {
    world.sandbox.world.index.faults.hide('1.0.0')
    run = await verify('1.0.0')
    world.sandbox.world.index.faults.clear()
  })

  test('never ends green', () => {
    expect(run.conclusion).toBe('failure')
    expect(job(run, 'verify-pypi-availability')).toMatchObject({ result: 'failure' })
    expect(job(run, 'verify-pypi-availability').outputs.pypi_available).not.toBe('true')
    expect(errors(run, 'verify-pypi-availability')).toContain('not visible')
    expect(job(run, 'create-verification-report').result).toBe('failure')
  })

  test('opens an issue although the jobs before the report failed', () => {
    const [issue] = issues()
    expect(issue).toMatchObject({ state: 'open', title: 'Release verification failed for v1.0.0' })
    expect([...(issue?.labels ?? [])].sort()).toEqual([
      'bug',
      'priority-high',
      'release-verification',
    ])
    expect(issue?.body).toContain('verify-pypi-availability')
  })
})

describe('release-verification of files that are wrong', () => {
  test('fails for a wheel whose bytes on the index are not those of the release, in the same open issue', async () => {
    world.sandbox.world.index.faults.wrongBytes(WHEEL)
    const run = await verify('1.0.0')
    world.sandbox.world.index.faults.clear()
    expect(run.conclusion).toBe('failure')
    expect(job(run, 'verify-pypi-availability').result).toBe('failure')
    expect(errors(run, 'verify-pypi-availability')).toMatch(/sha-?256|digest|hash/i)
    expect(issues()).toHaveLength(1)
  })

  test('fails for a missing file of the release, and opens a new issue when the last one was closed', async () => {
    await closeIssue(world.sandbox, 1, 'octocat')
    const bytes = await removeAsset(world.sandbox, 'v1.0.0', TARBALL)
    const run = await verify('1.0.0')
    await uploadAsset(world.sandbox, 'v1.0.0', TARBALL, bytes)
    expect(run.conclusion).toBe('failure')
    expect(errors(run, 'detect-version')).toContain(TARBALL)
    expect(job(run, 'verify-pypi-availability').result).toBe('skipped')
    expect(issues().filter((i) => i.state === 'open')).toHaveLength(1)
  })

  test('fails for a file of the release with other bytes than its checksums say', async () => {
    const bytes = await removeAsset(world.sandbox, 'v1.0.0', TARBALL)
    await uploadAsset(
      world.sandbox,
      'v1.0.0',
      TARBALL,
      bytes.map((byte) => byte ^ 0xff),
    )
    const run = await verify('1.0.0')
    expect(run.conclusion).toBe('failure')
    expect(errors(run, 'detect-version')).toContain(TARBALL)
  })

  test('opens no issue for a prerelease that does not pass', async () => {
    const before = issues().length
    const run = await verify('1.1.0-beta.1')
    expect(run.conclusion).toBe('failure')
    expect(job(run, 'create-verification-report').result).toBe('failure')
    expect(issues()).toHaveLength(before)
  })
})

testWellFormed(world)
