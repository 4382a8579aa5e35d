import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { withChecksums } from './consumer.ts'
import type { Answer } from './server.ts'
import { service, smoke, verdictsOf } from './smoke-test-world.ts'

// Each test starts processes.
jest.setTimeout(60_000)

/** Deploys by telling the slot which version it is now; the verified bytes go along. */
const DEPLOY = `artefacts: [{kind: release-asset, name: 'checkout-{version}.txt', checksums: SHA256SUMS}]
deploy:
  command: [node, deploy.mjs, '{version}', '{slot}', '{asset}']
  asset: checkout-{version}.txt
`

/** A slot that runs what was deployed to it: nothing at first. */
function slot(): Answer {
  let version = 'none'
  return (request, response) => {
    if (request.method === 'PUT') version = request.body
    service(version)(request, response)
  }
}

function prepared(script: string, version = '1.1.0', more: Record<string, string> = {}) {
  const world = { green: slot(), more: DEPLOY }
  const inputs = { prepare: 'true', version_to_test: version, ...more }
  return smoke(world, inputs, {}, async (at) => {
    writeFileSync(join(at.workspace, 'deploy.mjs'), script)
    await at.release('v1.1.0', withChecksums({ 'checkout-1.1.0.txt': 'bytes of 1.1.0' }))
  })
}

const SCRIPT = `
import { readFileSync } from 'node:fs'
const [version, slot, asset] = process.argv.slice(2)
if (slot !== 'green') throw new Error('wrong slot ' + slot)
if (readFileSync(asset, 'utf8') !== 'bytes of 1.1.0') throw new Error('wrong bytes')
const [url] = /http[^']+(?='}})/.exec(readFileSync('.github/release-actions.yml', 'utf8'))
await fetch(url + '/deploy', { method: 'PUT', body: version })
`

test('prepare starts the verified asset in the idle slot, then the checks run', async () => {
  const run = await prepared(SCRIPT)
  expect(run.outputs).toMatchObject({ verdict: 'pass', passed: '2' })
  expect(run.green.map((r) => `${r.method} ${r.url}`)).toEqual([
    'PUT /deploy',
    'GET /version',
    'GET /version',
    'GET /healthz',
  ])
})

test.each([
  ['the command fails', 'console.error("no room"); process.exit(4)', '1.1.0', 'no room'],
  ['it starts something else', 'process.exit(0)', '1.1.0', 'a version that is none'],
  ['there is no such release', SCRIPT, '1.3.0', 'there is no release v1.3.0'],
])('no check passes when %s', async (_name, script, version, reason) => {
  const run = await prepared(script, version)
  expect(run.exit).toBe(1)
  expect(run.outputs.verdict).toBe('inconclusive')
  expect(run.outputs.reason).toContain(reason)
  expect(verdictsOf(run).health).toBe('inconclusive')
})

test('prepare alone starts the version and asks for it', async () => {
  const run = await prepared(SCRIPT, '1.1.0', { suite: 'setup', target: 'version' })
  expect(run.outputs).toMatchObject({ verdict: 'pass', passed: '1', total: '1' })
})

test('a version that already has traffic is not started again', async () => {
  const weights = { blue: 90, green: 10 }
  const inputs = { prepare: 'true', target: 'version' }
  const run = await smoke({ weights, more: DEPLOY }, inputs)
  expect(run.outputs.verdict).toBe('pass')
})

test('a slot with traffic is never started anew', async () => {
  const run = await smoke(
    { weights: { blue: 90, green: 10 }, green: service('1.0.5'), more: DEPLOY },
    { prepare: 'true', target: 'serving' },
  )
  expect(run.outputs).toMatchObject({
    verdict: 'inconclusive',
    reason: expect.stringContaining('slot blue has 90 % of the traffic'),
  })
  expect(run.blue.some((r) => r.method === 'PUT')).toBe(false)
})
