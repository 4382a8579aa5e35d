import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, jest, test } from '@jest/globals'
import { canonical } from '../../src/domain/ledger/canonical.ts'
import type { Entry } from '../../src/domain/ledger/entry.ts'
import { signed } from '../../src/domain/ledger/signature.ts'
import { cli } from '../cli/run-cli.ts'
import { OWN, STRANGER, signing, type TestKey } from '../fakes/signing-keys.ts'
import { DEBUG, hits, placesOf } from '../hostile/canary.ts'
import { ledgerOf } from './ledger-of.ts'
import {
  type Inputs,
  PLAN_INPUTS,
  REPOSITORY,
  type ReleaseWorld,
  releaseWorld,
  writes,
} from './release-world.ts'
import type { Run } from './run-action.ts'

// Each test is a release, in processes of its own.
jest.setTimeout(120_000)

const folder = mkdtempSync(join(tmpdir(), 'key-'))
const publicKey = join(folder, 'public.pem')
writeFileSync(publicKey, OWN.publicPem)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const { kty, crv } = OWN.jwk
const trusting = (keys: readonly TestKey[], required: boolean) => ({
  hasIssues: false,
  more: `ledger: ${JSON.stringify({
    keys: keys.map(({ jwk: { x } }) => ({ kty, crv, x })),
    'require-signature': required,
  })}`,
})

const PLAN = { ...PLAN_INPUTS, deployment_strategy: 'direct' }
const PROMOTE: Inputs = {
  canary_version: '1.1.0',
  stages: 'all',
  promote_immediately: 'false',
  operation: 'advance',
}
const KEY: Inputs = { 'ledger-key': OWN.pem }
const [, BODY = ''] = OWN.pem.split('\n')

/** Nothing of the key is shown, in whatever spelling, and the runner was told to hide it. */
function expectHidden(run: Run): void {
  for (const part of [OWN.pem.trim(), BODY, OWN.jwk.d])
    expect(hits(part, placesOf(run))).toEqual([])
}

test.concurrent('a release is signed from its plan to its end, and whoever has the public key can check it', async () => {
  await using world = await releaseWorld(trusting([STRANGER, OWN], true))
  const run = async (name: string, inputs: Inputs) => {
    const done = await world.run(name, { ...inputs, ...KEY }, { env: DEBUG })
    expect([name, done.outputs.verdict, done.outputs.reason]).toEqual([
      name,
      'pass',
      expect.any(String),
    ])
    expectHidden(done)
    expect(done.log).toContain(`::add-mask::${BODY}\n`)
    expect(`${name}: ${done.summary}`).toMatch(`signed by`)
    expect(
      done.summary.replaceAll(/&#(\d+);/g, (_, c) => String.fromCharCode(Number(c))),
    ).toContain(OWN.kid)
    return done
  }
  const { outputs } = await run('plan', PLAN)
  await run('canary-promote', PROMOTE)
  const jobs = 'deploy-release=success\n'
  const version = '1.1.0'
  await run('release-record', {
    version,
    'plan-hash': outputs.plan_hash ?? '',
    report: 'pipeline',
    jobs,
  })
  await run('release-rollback', {
    ...{ operation: 'traffic', rollback_version: '1.0.0', rollback_reason: 'complaints' },
    ...{ current_version: version, pypi_action: 'leave-as-is' },
  })
  await run('auto-freeze-issue', {
    version,
    gate: 'gate',
    reason: `it said ${BODY}`,
  })
  const { entries } = await ledgerOf(world)
  expect(entries.map((e) => e.signature?.kid)).toEqual(entries.map(() => OWN.kid))
  expect(JSON.stringify(entries.at(-1))).toContain('it said ***')
  expect(JSON.stringify(entries)).not.toContain(BODY)

  const checked = cli(
    'verify-ledger',
    '--repository',
    world.gitDir,
    '--key',
    publicKey,
    '--require-signature',
  )
  expect([checked.exit, checked.lines.at(-1)]).toEqual([
    0,
    `pass: 1 releases, ${entries.length} entries, all signed, checked with 1 key; 0 faults`,
  ])
})

/** Writes the first entry of 1.1.0 anew, as somebody who may push. */
async function rewriteFirst(world: ReleaseWorld, change: (entry: Entry) => Entry): Promise<void> {
  const path = 'releases/checkout/stable/1.1.0/000001-plan.json'
  const { git } = world.github.repository(REPOSITORY)
  const sha = await git.objectAt(`refs/heads/release-ledger:${path}`)
  const text = (await world.github.fileText(REPOSITORY, 'release-ledger', path)) ?? ''
  const content = Buffer.from(canonical(change(JSON.parse(text) as Entry))).toString('base64')
  const token = world.github.issueToken({ permissions: { contents: 'write' } })
  const headers = { authorization: `token ${token}`, 'content-type': 'application/json' }
  const body = JSON.stringify({ message: 'x', branch: 'release-ledger', sha, content })
  const url = `${world.github.url}/repos/${REPOSITORY}/contents/${path}`
  const answer = await fetch(url, { method: 'PUT', headers, body })
  if (!answer.ok) throw new Error(await answer.text())
}

test.concurrent('nothing moves without a key where one is required, nor on a plan that a stranger signed, that was changed, or that lost its signature', async () => {
  await using world = await releaseWorld(trusting([OWN], true))
  const [unsigned, judged] = await Promise.all([
    world.run('plan', { ...PLAN, 'dry-run': 'true' }),
    world.run('release-record', { version: '1.1.0', report: 'jobs', jobs: 'tests=success\n' }),
  ])
  // Who only judges jobs needs no key.
  expect(judged.outputs.verdict).toBe('pass')
  expect([unsigned.exit, unsigned.outputs.reason, writes(world)]).toEqual([
    1,
    expect.stringMatching(/^ledger\.require-signature is true, and this run has no key\. Pass/),
    [],
  ])
  const hash = await world.plan({ ...PLAN, ...KEY })
  const publish = { version: '1.1.0', 'plan-hash': hash, decision: 'go', artifact: 'false' }
  const [plan] = (await ledgerOf(world)).entries
  if (plan === undefined) throw new Error('there is no plan')
  const bare = { ...plan, signature: null }
  const cases: readonly (readonly [Entry, string])[] = [
    [signed(bare, signing(STRANGER).signer), `it is signed with the key ${STRANGER.kid}`],
    [{ ...plan, actor: 'eve' }, 'broken at entry 1: its signature is not of this content'],
    [bare, 'entry 1 of checkout stable 1.1.0 is unsigned, and ledger.require-signature is true'],
  ]
  for (const [entry, said] of cases) {
    await rewriteFirst(world, () => entry)
    const runs = await Promise.all([
      world.run('canary-promote', { ...PROMOTE, ...KEY }),
      world.run('publish-rollout-metadata', publish),
    ])
    for (const run of runs)
      expect([run.exit, run.outputs.verdict, run.outputs.reason]).toEqual([
        1,
        'inconclusive',
        expect.stringContaining(said),
      ])
  }
  expect(world.traffic.put).toEqual([])
  await rewriteFirst(world, () => plan)
  expect((await world.run('canary-promote', { ...PROMOTE, ...KEY })).outputs.verdict).toBe('pass')
})

test.concurrent('a key that is gone midway stops the release before anything moves; with it the release goes on', async () => {
  await using world = await releaseWorld({ hasIssues: false })
  const key = { 'ledger-key': JSON.stringify(OWN.jwk) }
  await world.plan({ ...PLAN, ...key })
  const without = await world.run('canary-promote', PROMOTE)
  expect([without.exit, without.outputs.reason]).toEqual([
    1,
    'the chain of 1.1.0 is signed, and this run has no key. Pass the secret RELEASE_LEDGER_KEY by name, or as input ledger-key',
  ])
  expect(world.traffic.put).toEqual([])
  expect((await ledgerOf(world)).kinds).toEqual(['plan'])
  const run = await world.run('canary-promote', { ...PROMOTE, ...key })
  expect(run.outputs.verdict).toBe('pass')
  expectHidden(run)
})

test.concurrent('a key that is none, or not one of the config: nothing is written, and nothing of it is shown', async () => {
  await using world = await releaseWorld(trusting([OWN], false))
  const cases: readonly (readonly [string, RegExp])[] = [
    [
      STRANGER.pem,
      /^input ledger-key: its public key \S{43} is not among ledger\.keys of the config\. Add/,
    ],
    [
      OWN.pem.replace(/.{8}\n-----END/, '\n-----END'),
      /^input ledger-key: is no private Ed25519 key\. Make/,
    ],
    [BODY, /^input ledger-key: must be a private Ed25519 key: the whole PEM/],
    [JSON.stringify(OWN.jwk, null, 1), /^input ledger-key: must be a private Ed25519 key/],
  ]
  const runs = cases.map(async ([key, reason]) => {
    const run = await world.run('plan', { ...PLAN, 'ledger-key': key }, { env: DEBUG })
    return { run, reason }
  })
  for (const { run, reason } of await Promise.all(runs)) {
    expect([run.exit, run.outputs.verdict, run.outputs.can_proceed]).toEqual([
      1,
      'inconclusive',
      '',
    ])
    expect(run.outputs.reason).toMatch(reason)
    expectHidden(run)
    expect(hits(STRANGER.jwk.d, placesOf(run))).toEqual([])
  }
  expect(writes(world)).toEqual([])
})
