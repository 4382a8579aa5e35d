import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { type Action, allActions, complaints, runAll, SECRET } from './all-actions.ts'
import { fakeGitHub } from './fake-github.ts'
import { type Answer, html, json, serve } from './server.ts'

// Each test starts as many processes as there are actions, or more.
jest.setTimeout(120_000)

const actions = allActions()
const LONG = 'a'.repeat(131_000)

/** A process takes 2 MB of arguments and environment in all. */
const LONG_AT_ONCE = 8

interface Case {
  readonly action: Action
  /** Inputs that must each be named. */
  readonly bad: readonly string[]
  readonly value: string
}

const each = (value: string, inputs: (action: Action) => readonly string[]): readonly Case[] =>
  actions.map((action) => ({ action, bad: inputs(action), value }))

const strict = ({ inputs, text }: Action) => inputs.filter((name) => !text.includes(name))

const bad: Readonly<Record<string, readonly Case[]>> = {
  // GitHub does not enforce `required`, and a token may be a secret that does not exist.
  empty: each('', ({ required }) => [...new Set([...required, 'token'])]),
  'of several lines': each('two\nlines\r::set-output name=verdict::pass', (a) => a.inputs),
  'no value of the type': each('§', strict),
  'a shell command': each('$(id)', strict),
  '131,000 bytes long': actions.flatMap((action) =>
    batches(action.inputs).map((inputs) => ({ action, bad: inputs, value: LONG })),
  ),
}

test.each(Object.keys(bad))(
  'an input that is %s is refused before anybody is asked',
  async (kind) => {
    await using github = await serve((_, response) => void response.end())
    const rows = (bad[kind] ?? []).map((row) => {
      const wrong = Object.fromEntries(row.bad.map((name) => [name, row.value]))
      return { ...row, options: { github: github.url, inputs: { ...row.action.good, ...wrong } } }
    })
    const found = (await runAll(rows)).map(({ action, bad: names, run }) => {
      const unnamed = names.filter((name) => !run.outputs.reason?.includes(`input ${name}: `))
      const echoed = run.log.includes('aaaaaaaaaa') || run.log.includes('§')
      return [action.name, ...complaints(action, run), { unnamed, echoed }]
    })
    const fine = { unnamed: [], echoed: false }
    expect(found.sort()).toEqual(rows.map(({ action }) => [action.name, fine]).sort())
    expect(github.seen).toEqual([])
  },
)

test('text for people may look like a command, and is only text', async () => {
  await using github = await serve((_, response) => json(response, { message: 'no' }, 401))
  const rows = actions.map((action) => {
    const text = Object.fromEntries(action.text.map((name) => [name, '$(id) `id` $HOME']))
    const inputs = { ...action.good, ...text }
    return { action, options: { github: github.url, inputs } }
  })
  const found = await runAll(rows)
  for (const { action, run } of found)
    expect([action.name, ...complaints(action, run)]).toEqual([action.name])
  for (const { run } of found) expect(run.outputs.reason).toContain('GitHub answered 401')
  expect(new Set(github.seen.map(({ headers }) => headers.authorization))).toEqual(
    new Set(['token $(id) `id` $HOME']),
  )
})

const permissions = { 'x-accepted-github-permissions': 'contents=read' }

const troubles: Readonly<Record<string, readonly [Answer, string]>> = {
  '[C-47] 401': [(_, r) => json(r, { message: 'Bad credentials' }, 401), 'Give a valid token'],
  '[C-48] 403': [
    (_, r) => {
      for (const [name, value] of Object.entries(permissions)) r.setHeader(name, value)
      json(r, { message: 'Resource not accessible by integration' }, 403)
    },
    'Grant the job contents: read',
  ],
  '404': [(_, r) => json(r, { message: 'Not Found' }, 404), 'does not exist'],
  '500': [(_, r) => json(r, { message: 'Server Error' }, 500), 'GitHub answered 500'],
  'HTML instead of JSON': [(_, r) => html(r, '<html>Log in</html>'), 'with no JSON'],
  'cut JSON': [
    (_, r) => {
      r.writeHead(200, { 'content-type': 'application/json' })
      r.end('{"default_branch": "ma')
    },
    'with no JSON',
  ],
}

test.each(Object.keys(troubles))('GitHub answers %s: nothing is decided', async (trouble) => {
  const [answer, reason] = troubles[trouble] ?? [() => {}, '']
  await using github = await serve(answer)
  await expectUndecided(github.url, reason)
  for (const { method } of github.seen) expect(method).toBe('GET')
  // A server's own trouble may pass: it is asked four times, within four seconds.
  expect(github.seen).toHaveLength(actions.length * (trouble === '500' ? 4 : 1))
})

test('nobody listens where GitHub should be: nothing is decided', async () => {
  // A port that was free a moment ago may be another test's by now; this one is nobody's.
  await expectUndecided('http://127.0.0.1:1', 'the connection failed (ECONNREFUSED)')
})

/** Every action, with good inputs. */
async function expectUndecided(github: string, reason: string): Promise<void> {
  const rows = actions.map((action) => ({ action, options: { github, inputs: action.good } }))
  for (const { action, run } of await runAll(rows)) {
    expect([action.name, ...complaints(action, run)]).toEqual([action.name])
    expect([action.name, run.outputs.reason]).toEqual([
      action.name,
      expect.stringContaining(reason),
    ])
    expect(run.outputs.evidence).toBe('[]')
    expect(run.summary).toContain('inconclusive')
  }
}

test.each([
  ['missing', ''],
  ['that of a folder', '/'],
])('a GITHUB_OUTPUT that is %s never passes', async (_what, GITHUB_OUTPUT) => {
  await using github = await serve((_, response) => void response.end())
  const rows = actions.map((action) => {
    return { action, options: { github: github.url, inputs: action.good, env: { GITHUB_OUTPUT } } }
  })
  for (const { action, run } of await runAll(rows)) {
    expect([action.name, run.exit]).toEqual([action.name, 1])
    expect(run.log).toMatch(/^::error::.*the result could not be written: .*$/m)
    expect(run.log).not.toMatch(/^::set-output|^\s+at |^pass/m)
    expect(run.log).not.toContain(SECRET)
  }
  expect(github.seen).toEqual([])
})

test('a file of 1 MiB that is no result is refused in one line', async () => {
  const workspace = mkdtempSync(join(tmpdir(), 'large-'))
  try {
    for (const name of ['a.json', 'b.json'])
      writeFileSync(join(workspace, name), 'a'.repeat(1024 * 1024))
    await using github = await fakeGitHub('product: checkout\nobjectives: none\n')
    const action = actions.find(({ name }) => name === 'perf-regression')
    if (action === undefined) throw new Error('there is no perf-regression')
    const files = { 'baseline-file': 'a.json', 'current-file': 'b.json' }
    const inputs = { ...action.good, phase: 'compare', ...files }
    const env = { GITHUB_WORKSPACE: workspace }
    const [row] = await runAll([{ action, options: { github: github.url, inputs, env } }])
    expect(row === undefined ? [] : complaints(action, row.run)).toEqual([])
    expect(row?.run.outputs.reason).toMatch(/^a\.json/)
    expect(row?.run.log).not.toContain('aaaaaaaaaa')
  } finally {
    rmSync(workspace, { recursive: true, force: true })
  }
})

function batches(names: readonly string[]): readonly (readonly string[])[] {
  const starts = Array.from({ length: Math.ceil(names.length / LONG_AT_ONCE) }, (_, i) => i)
  return starts.map((i) => names.slice(i * LONG_AT_ONCE, (i + 1) * LONG_AT_ONCE))
}
