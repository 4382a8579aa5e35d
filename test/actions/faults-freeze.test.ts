import { expect, jest, test } from '@jest/globals'
import { page } from '../../sandbox/demo/page.ts'
import { ledgerOf } from './ledger-of.ts'
import {
  type Inputs,
  openIssues,
  PLAN_INPUTS,
  REPOSITORY,
  type ReleaseWorld,
  releaseWorld,
} from './release-world.ts'

// Each test starts a few processes, and each new issue waits two seconds for GitHub's list to settle.
jest.setTimeout(120_000)

const MARKER = '<!-- release-actions:freeze checkout/stable -->'
const LABELS = ['release-freeze', 'incident', 'priority:high']

const freeze = (world: ReleaseWorld, inputs: Inputs = {}, more = {}) =>
  world.run(
    'auto-freeze-issue',
    { version: '1.1.0', gate: 'observability gate', reason: 'too slow', ...inputs },
    more,
  )
const plan = (world: ReleaseWorld) => world.run('plan', { ...PLAN_INPUTS, 'dry-run': 'true' })

interface Person {
  readonly login: string
  readonly kind: 'user' | 'app'
}
const BOT: Person = { login: 'github-actions[bot]', kind: 'app' }

/** Asks GitHub as somebody. */
async function ask(
  { github }: ReleaseWorld,
  who: Person,
  method: string,
  path: string,
  body: object,
) {
  const token = github.issueToken({ ...who, permissions: { issues: 'write' } })
  const headers = { authorization: `token ${token}`, 'content-type': 'application/json' }
  const url = `${github.url}/repos/${REPOSITORY}${path}`
  const answer = await fetch(url, { method, headers, body: JSON.stringify(body) })
  expect(answer.ok).toBe(true)
  return (await answer.json()) as { readonly number: number }
}

test.concurrent('[FI-06] [FI-07] doubles of a freeze are closed but for the lowest, also after a crash between finding and closing', async () => {
  await using world = await releaseWorld()
  await freeze(world)
  const [issue] = world.github.issues(REPOSITORY)
  const copy = { title: issue?.title, body: issue?.body, labels: LABELS }
  for (let i = 0; i < 3; i++) await ask(world, BOT, 'POST', '/issues', copy)
  // The runner is lost after it has told the second one, before it closes it.
  world.github.faults.push({ method: 'PATCH', path: /\/issues\/2$/, before: 'reset' })
  const lost = await freeze(world)
  expect(lost.exit).toBe(1)
  expect(openIssues(world)).toHaveLength(4)
  const run = await freeze(world)
  expect(run.outputs).toMatchObject({ verdict: 'pass', issue_number: '1', created: 'false' })
  expect(openIssues(world).map(({ number }) => number)).toEqual([1])
  for (const { comments } of world.github.issues(REPOSITORY).slice(1))
    expect(comments.at(-1)?.body).toBe('Closed: the same as issue 1.')
})

test.concurrent('[FI-26] a rate limit between two writes is waited for: it goes on, and nothing is made twice', async () => {
  await using world = await releaseWorld()
  await freeze(world)
  const [issue] = world.github.issues(REPOSITORY)
  await ask(world, BOT, 'POST', '/issues', {
    title: issue?.title,
    body: issue?.body,
    labels: LABELS,
  })
  const headers = { 'retry-after': '1' }
  const limited = { status: 429, headers, body: { message: 'You have exceeded a limit' } }
  world.github.faults.push({ method: 'POST', path: /\/comments$/, before: limited })
  expect((await freeze(world)).outputs).toMatchObject({ verdict: 'pass', issue_number: '1' })
  expect(world.github.issues(REPOSITORY)).toHaveLength(2)
  expect(world.github.issues(REPOSITORY)[1]?.comments).toHaveLength(1)
  expect(openIssues(world)).toHaveLength(1)
})

test.concurrent('[FI-10] [FI-34] what an outsider opens with our marker freezes nothing, nor does a pull request', async () => {
  await using world = await releaseWorld()
  const forged = { title: 'Release freeze', body: MARKER, labels: LABELS }
  await ask(world, { login: 'mallory', kind: 'user' }, 'POST', '/issues', forged)
  const [issue] = world.github.repository(REPOSITORY).issues
  // Even with the label that only people of the project can give.
  if (issue !== undefined) issue.labels = [...LABELS]
  await ask(world, BOT, 'POST', '/issues', { title: 'other', body: 'other', labels: LABELS })
  expect((await plan(world)).outputs.verdict).toBe('pass')
  const listed = await fetch(`${world.github.url}/repos/${REPOSITORY}/issues`, {
    headers: {
      authorization: `token ${world.github.issueToken({ permissions: { issues: 'read' } })}`,
    },
  })
  const [entry] = (await listed.json()) as object[]
  const pull = { ...entry, ...forged, pull_request: { url: 'https://api.github.com/pulls/9' } }
  const body = [{ ...pull, labels: LABELS.map((name) => ({ name })) }]
  world.github.faults.push({
    method: 'GET',
    path: /\/issues$/,
    times: 9,
    before: { status: 200, body },
  })
  expect((await plan(world)).outputs.verdict).toBe('pass')
})

test.concurrent('[FI-25] a freeze on the second page of issues is seen', async () => {
  await using world = await releaseWorld()
  const other = { title: 'other', body: 'other', labels: LABELS }
  for (let i = 0; i < 110; i++) await ask(world, BOT, 'POST', '/issues', other)
  expect((await plan(world)).outputs.verdict).toBe('pass')
  await ask(world, BOT, 'POST', '/issues', { ...other, body: MARKER })
  expect((await plan(world)).outputs.reason).toContain('is frozen by issue 111')
})

test.concurrent('[FI-30] [FI-31] an issue that a person opened again freezes again, and how it was closed does not matter', async () => {
  await using world = await releaseWorld({ collaborators: { bob: 'write' } })
  const bob: Person = { login: 'bob', kind: 'user' }
  await freeze(world)
  for (const state_reason of ['not_planned', 'duplicate', 'completed']) {
    await ask(world, bob, 'PATCH', '/issues/1', { state: 'closed', state_reason })
    expect((await plan(world)).outputs.verdict).toBe('pass')
    await ask(world, bob, 'PATCH', '/issues/1', { state: 'open', state_reason: 'reopened' })
    expect((await plan(world)).outputs.reason).toContain('is frozen by issue 1')
  }
  expect((await ledgerOf(world)).kinds).toEqual(['freeze'])
})

test.concurrent('[FI-18] labels that GitHub drops without a word are missed', async () => {
  await using world = await releaseWorld()
  // As GitHub answers somebody without the right to triage: 201, and no label.
  const issue = await ask(world, BOT, 'POST', '/issues', { title: 'x', body: 'x' })
  await ask(world, BOT, 'PATCH', '/issues/1', { state: 'closed' })
  world.github.faults.push({
    method: 'POST',
    path: /\/issues$/,
    before: { status: 201, body: issue },
  })
  const run = await freeze(world)
  expect(run.outputs).toMatchObject({ verdict: 'pass', issue_number: '1' })
  expect(run.summary).toContain('release-freeze, incident, priority:high')
})

test.concurrent('[FI-15] an archived repository takes no freeze, and says so', async () => {
  await using world = await releaseWorld()
  const body = { message: 'Repository was archived so is read-only.' }
  world.github.faults.push({
    method: 'POST',
    path: /^\/repos\//,
    times: 99,
    before: { status: 403, body },
  })
  const run = await freeze(world)
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(run.outputs.reason).toContain('Repository was archived so is read-only')
})

const REFERENCES = '#1 GH-1 acme/checkout#1 https://github.com/acme/checkout/issues/1 Fixes #1 @all'
const COMMIT = 'c0ffee'.padEnd(40, '0')

/** What people read on a page, the head of the page left out. */
const textOf = (html: string) =>
  html
    .slice(html.indexOf('<body>'))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#x([0-9A-F]+);/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&gt;', '>')

test.concurrent('[C-93] [FI-12] a reason full of references, or with the end of our marker, is only text', async () => {
  await using world = await releaseWorld()
  const reason = `${REFERENCES} ${COMMIT} --> no\u200bwidth`
  const run = await freeze(world, { reason, gate: 'gate -->' })
  expect(run.outputs.verdict).toBe('pass')
  const html = await page('x', world.github.issues(REPOSITORY)[0]?.body ?? '')
  // The only link is ours: the run.
  expect(html.match(/<a href="[^"]*"/g)).toEqual([expect.stringContaining('/actions/runs/7/')])
  expect(textOf(html).match(/#\d|GH-\d|@\w|https?:\/\/github\.com|\b[0-9a-f]{40}\b/g)).toEqual([
    world.commit,
  ])
  expect(textOf(html)).toContain('--> no⟨U+200B⟩width')
  // The marker is whole: the next run finds the same issue.
  const again = await freeze(world, { reason })
  expect(again.outputs).toMatchObject({ issue_number: '1', created: 'false' })
})

test.concurrent('[C-99] [FI-20] the longest words that are taken are cut between characters, and GitHub takes them', async () => {
  await using world = await releaseWorld()
  const reason = `a${'👩‍🚀'.repeat(600)}`
  const run = await freeze(world, { reason, gate: `${'g'.repeat(98)}é` })
  expect(run.outputs).toMatchObject({ verdict: 'pass', issue_number: '1' })
  const [issue] = world.github.issues(REPOSITORY)
  expect(issue?.body?.isWellFormed()).toBe(true)
  expect(issue?.body).not.toContain('\uFFFD')
  expect(issue?.title).toHaveLength('Release freeze:  failed for v1.1.0'.length + 99)
  const { entries } = await ledgerOf(world)
  expect(entries[0]?.payload).toEqual({ reason })
  expect(run.summary.isWellFormed()).toBe(true)
})

test.concurrent('[C-70] nobody is looked for by a search, whose index is behind', async () => {
  await using world = await releaseWorld()
  await freeze(world)
  await world.run('plan', PLAN_INPUTS)
  const paths = world.github.requests.map(({ path }) => path)
  expect(paths.length).toBeGreaterThan(20)
  expect(paths.filter((path) => path.startsWith('/search'))).toEqual([])
})
