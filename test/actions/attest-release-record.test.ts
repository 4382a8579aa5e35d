import { createHash, generateKeyPairSync, sign as signBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { bundleFromJSON, type SerializedBundle } from '@sigstore/bundle'
import { TrustedRoot } from '@sigstore/protobuf-specs'
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify'
import {
  type Inputs,
  REPOSITORY,
  type ReleaseWorld,
  type RunMore,
  releaseWorld,
} from './release-world.ts'
import { promote, record } from './tick-world.ts'

// Each test plays a release, in processes of their own.
jest.setTimeout(60_000)

const IDENTITY =
  'https://github.com/acme/checkout-service/.github/workflows/release.yml@refs/heads/main'
const PERMISSIONS = { contents: 'read', attestations: 'write' } as const
const SHIM = join(import.meta.dirname, 'sigstore-shim.mjs')
const TYPE = 'https://github.com/org/release-actions/attestation/release-record/v1'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** GitHub's side of OIDC: a token of the run for who asks with the runner's bearer. */
async function identities() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = { iss: 'https://token.actions.githubusercontent.com', sub: IDENTITY }
  const signed = `${part({ alg: 'ES256', typ: 'JWT' })}.${part({ ...claims, aud: 'sigstore' })}`
  const signature = signBytes('sha256', Buffer.from(signed), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  }).toString('base64url')
  const server = createServer(({ headers, url }, answer) => {
    const isRun = headers.authorization === 'Bearer runtime' && url?.includes('audience=sigstore')
    answer.writeHead(isRun ? 200 : 401, { 'content-type': 'application/json' })
    answer.end(JSON.stringify(isRun ? { value: `${signed}.${signature}` } : {}))
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token?x=1`,
    [Symbol.asyncDispose]: () => new Promise<void>((done) => void server.close(() => done())),
  }
}

/** Runs the action with an identity and with Sigstore in its process. */
async function attest(world: ReleaseWorld, inputs: Inputs = {}, more: RunMore = {}) {
  await using identity = await identities()
  const root = join(world.workspace, 'root.json')
  const run = await world.run(
    'attest-release-record',
    { version: '1.1.0', ...inputs },
    {
      permissions: PERMISSIONS,
      ...more,
      env: {
        NODE_OPTIONS: `--import=${SHIM}`,
        SIGSTORE_ROOT: root,
        ACTIONS_ID_TOKEN_REQUEST_URL: identity.url,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'runtime',
        ...more.env,
      },
    },
  )
  const asked = existsSync(`${root}.asked`) ? readFileSync(`${root}.asked`, 'utf8') : ''
  return { ...run, root, asked: asked.split('\n').filter(Boolean) }
}

/** Sigstore's own verifier, which trusts the root that signed. */
function verifierOf(root: string): (bundle: unknown) => void {
  const trusted = TrustedRoot.fromJSON(JSON.parse(readFileSync(root, 'utf8')))
  const verifier = new Verifier(toTrustMaterial(trusted))
  return (bundle) => {
    const entity = toSignedEntity(bundleFromJSON(bundle as SerializedBundle))
    verifier.verify(entity, { subjectAlternativeName: IDENTITY })
  }
}

/** What was kept, once verified: certificate, its log, the log of the signature. */
function verified(world: ReleaseWorld, root: string) {
  const verify = verifierOf(root)
  return world.github.attestations(REPOSITORY).map(({ bundle }) => {
    verify(bundle)
    const { dsseEnvelope } = bundle as { dsseEnvelope: { payload: string } }
    return JSON.parse(Buffer.from(dsseEnvelope.payload, 'base64').toString())
  })
}

async function completed(options = {}): Promise<ReleaseWorld> {
  const world = await releaseWorld({ hasIssues: false, ...options })
  const hash = await world.plan()
  await promote(world)
  await record(world, hash, 'success')
  return world
}

test.concurrent('the end of a release and its files are attested once, and anybody can verify it', async () => {
  await using world = await completed()
  const run = await attest(world)
  expect(run.outputs).toMatchObject({
    verdict: 'pass',
    attested: 'true',
    reason: '1.1.0: attested',
  })
  const [statement, ...others] = verified(world, run.root)
  expect(others).toEqual([])
  const text = await world.github.fileText(
    REPOSITORY,
    'release-ledger',
    run.outputs['record-path'] ?? '',
  )
  expect(statement.subject[0]).toEqual({
    name: run.outputs['record-path'],
    digest: { sha256: sha256(text ?? '') },
  })
  expect(run.outputs['record-digest']).toBe(`sha256:${sha256(text ?? '')}`)
  expect(statement.subject.slice(1).map(({ name }: { name: string }) => name)).toEqual([
    'checkout-1.1.0.tgz',
  ])
  expect(statement).toMatchObject({
    predicateType: TYPE,
    predicate: {
      product: 'checkout',
      channel: 'stable',
      version: '1.1.0',
      commit: world.commit,
      result: 'completed',
      stages: { passed: 2, planned: 2 },
      ledger: { branch: 'release-ledger', head: run.outputs['record-digest'] },
    },
  })
  const [{ bundle } = { bundle: {} }] = world.github.attestations(REPOSITORY)
  const forged = JSON.stringify(bundle).replace(/"payload":"[^"]+"/, () => {
    const other = { ...statement, predicate: { ...statement.predicate, result: 'rolled-back' } }
    return `"payload":"${Buffer.from(JSON.stringify(other)).toString('base64')}"`
  })
  expect(() => verifierOf(run.root)(JSON.parse(forged))).toThrow('mismatch')
  const again = await attest(world)
  expect(again.outputs).toMatchObject({
    verdict: 'pass',
    attested: 'true',
    reason: '1.1.0: attested already',
  })
  expect(again.outputs['attestation-id']).toBe('')
  expect(world.github.attestations(REPOSITORY)).toHaveLength(1)
})

test.concurrent('[PM-37] what has not ended, has no record or no identity is not attested, and nothing is signed', async () => {
  await using world = await releaseWorld({ hasIssues: false })
  const nothing = await attest(world)
  expect(nothing.outputs).toMatchObject({ verdict: 'inconclusive', attested: '' })
  expect(nothing.outputs.reason).toContain('1.1.0 has no record')
  const hash = await world.plan()
  expect((await attest(world)).outputs.reason).toContain('1.1.0 has not ended')
  await promote(world)
  await record(world, hash, 'success')
  const stranger = await attest(world, {}, { env: { ACTIONS_ID_TOKEN_REQUEST_URL: '' } })
  expect(stranger.exit).toBe(1)
  expect(stranger.outputs.reason).toContain('Grant the job id-token: write')
  const dry = await attest(world, { 'dry-run': 'true' })
  expect(dry.outputs).toMatchObject({ verdict: 'pass', attested: 'false' })
  expect(dry.asked).toEqual([])
  expect(world.github.attestations(REPOSITORY)).toEqual([])
})

test.concurrent('a Sigstore that is down and a token that may not keep are red in one line', async () => {
  await using world = await completed()
  const down = await attest(world, {}, { env: { SIGSTORE_DOWN: '1' } })
  expect(down.exit).toBe(1)
  expect(down.outputs.reason).toMatch(/^Sigstore did not sign: /)
  const refused = await attest(
    world,
    {},
    { permissions: { contents: 'read', attestations: 'read' } },
  )
  expect(refused.exit).toBe(1)
  expect(refused.outputs.reason).toContain('Grant the job attestations: write')
  for (const { log } of [down, refused]) expect(log).not.toContain('    at ')
  expect(world.github.attestations(REPOSITORY)).toEqual([])
})

test.concurrent('a private repository without attestations is no failure: a line says so', async () => {
  await using world = await completed({ private: true })
  const run = await attest(world, {}, { env: { GITHUB_SERVER_URL: 'https://github.com' } })
  expect(run.outputs).toMatchObject({ verdict: 'pass', attested: 'false', 'attestation-id': '' })
  expect(run.outputs.reason).toContain('the signature of the ledger stands')
  expect(run.asked).toEqual(
    ['https://fulcio', 'https://timestamp'].map((host) => expect.stringContaining(host)),
  )
})
