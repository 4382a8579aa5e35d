import { expect, jest, test } from '@jest/globals'
import { ledgerOf } from './ledger-of.ts'
import {
  type Inputs,
  openIssues,
  PLAN_INPUTS,
  REPOSITORY,
  type ReleaseWorld,
  releaseWorld,
  WRITER,
} from './release-world.ts'

// Each test starts a few processes, and each new issue waits two seconds for GitHub's list to settle.
jest.setTimeout(120_000)

const LABELS = ['release-freeze', 'incident', 'priority:high']

const freeze = (world: ReleaseWorld, inputs: Inputs = {}, more = {}) =>
  world.run(
    'auto-freeze-issue',
    { version: '1.1.0', gate: 'observability gate', reason: 'too slow', ...inputs },
    more,
  )
const plan = (world: ReleaseWorld) => world.run('plan', { ...PLAN_INPUTS, 'dry-run': 'true' })

async function ask({ github }: ReleaseWorld, method: string, path: string, body: object = {}) {
  const token = github.issueToken({ permissions: WRITER })
  const headers = { authorization: `token ${token}`, 'content-type': 'application/json' }
  const url = `${github.url}/repos/${REPOSITORY}${path}`
  const answer = await fetch(url, { method, headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(await answer.text())
}

const message: Readonly<Record<number, string>> = {
  301: 'Moved Permanently',
  410: 'This issue was deleted',
  404: 'Not Found',
}

test.concurrent.each([301, 410, 404])(
  '[FI-14] a freeze whose issue answers %i stays one, and gets a new issue',
  async (status) => {
    await using world = await releaseWorld()
    await freeze(world)
    await ask(world, 'POST', '/issues', { title: 'another one', body: 'x' })
    // A list shows it for a while; the issue itself answers at once.
    const location = `${world.github.url}/repos/${REPOSITORY}/issues/2`
    const headers: Readonly<Record<string, string>> = status === 301 ? { location } : {}
    const lost = { status, headers, body: { message: message[status] } }
    world.github.faults.push({ method: 'GET', path: /\/issues\/1$/, times: 99, before: lost })
    const refused = await plan(world)
    expect(refused.outputs.verdict).toBe('inconclusive')
    expect(refused.outputs.reason).toContain('it has no issue: run auto-freeze-issue again')
    const again = await freeze(world)
    expect(again.outputs).toMatchObject({ verdict: 'pass', issue_number: '3', created: 'true' })
    expect(openIssues(world).map(({ number }) => number)).toEqual([1, 2, 3])
    expect((await ledgerOf(world)).kinds).toEqual(['freeze'])
    // Then no list shows it any more, nor, for a while, the new one.
    const list = { status: 200, body: [] }
    world.github.faults.push({ method: 'GET', path: /\/issues$/, times: 99, before: list })
    const reason = status === 404 ? 'it has no issue' : 'is frozen by issue 3'
    expect((await plan(world)).outputs.reason).toContain(reason)
  },
)

test.concurrent('[FI-14] a locked issue freezes as before; a double that takes no comment is an error', async () => {
  await using world = await releaseWorld()
  await freeze(world)
  await ask(world, 'PUT', '/issues/1/lock')
  expect((await freeze(world)).outputs).toMatchObject({ verdict: 'pass', issue_number: '1' })
  const [issue] = world.github.issues(REPOSITORY)
  await ask(world, 'POST', '/issues', { title: 'x', body: issue?.body, labels: LABELS })
  const body = { message: 'Unable to create comment because issue is locked.' }
  const fault = { method: 'POST', path: /\/issues\/2\/comments$/, before: { status: 403, body } }
  world.github.faults.push(fault)
  const run = await freeze(world)
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(run.outputs.reason).toContain('issue is locked')
  expect((await plan(world)).outputs.reason).toContain('is frozen by issue')
})

const longest = `1.2.0-beta.${'x'.repeat(38)}`

test.concurrent('[FI-17] a label of 51 characters is left out before GitHub refuses the others with it', async () => {
  const versions = [longest, `${longest}x`]
  await using world = await releaseWorld({
    releases: Object.fromEntries(versions.map((version) => [version, false])),
  })
  for (const release_version of versions) {
    const run = await world.run('plan', { ...PLAN_INPUTS, release_version })
    expect([release_version, run.outputs.reason, run.outputs.verdict]).toEqual([
      ...[release_version, expect.anything(), 'pass'],
    ])
    await world.run('canary-promote', {
      ...{ canary_version: release_version, stages: 'all', promote_immediately: 'false' },
      ...{ operation: 'roll-back', reason: 'complaints' },
    })
  }
  const [at, beyond] = world.github.issues(REPOSITORY)
  expect(at?.labels).toContain(`v${longest}`)
  expect(beyond?.labels).toEqual(at?.labels.filter((label) => !label.startsWith('v')))
  const refused = world.github.requests.filter(({ path }) => path.endsWith('/issues'))
  expect(refused.filter(({ method }) => method === 'POST')).toHaveLength(2)
})

test.concurrent('[FI-17] labels that exist in other case are ours; a comma or an emoji reaches no label', async () => {
  await using world = await releaseWorld()
  for (const name of ['Release-Freeze', 'INCIDENT'])
    await ask(world, 'POST', '/labels', { name, color: 'ff0000' })
  const run = await freeze(world)
  expect(run.outputs).toMatchObject({ verdict: 'pass', issue_number: '1' })
  expect(run.summary).not.toContain('Labels that the token may not set')
  expect(world.github.issues(REPOSITORY)[0]?.labels).toContain('Release-Freeze')
  expect((await plan(world)).outputs.reason).toContain('is frozen by issue 1')
  const before = world.github.requests.length
  for (const version of ['1.1.0,incident', '1.1.0-🚀']) {
    const bad = await freeze(world, { version })
    expect([bad.exit, bad.outputs.reason]).toEqual([1, expect.stringContaining('input version')])
  }
  expect(world.github.requests.length).toBe(before)
})

test.concurrent('[FI-28] a token that only reads is told both rights that a freeze needs', async () => {
  await using world = await releaseWorld()
  const permissions = { contents: 'read', issues: 'read' } as const
  const run = await freeze(world, {}, { permissions })
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(run.outputs.reason).toContain('contents: write and issues: write')
  expect(run.outputs.reason).toContain('Dependabot')
  expect(world.github.issues(REPOSITORY)).toEqual([])
})
