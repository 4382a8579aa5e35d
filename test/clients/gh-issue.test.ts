/** @story */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type GhRig, REPOSITORY, startGhRig } from './gh/rig.ts'

const page = `https://github.com/${REPOSITORY}/issues`
let rig: GhRig
beforeAll(async () => {
  rig = await startGhRig()
})
afterAll(() => rig.close())

const issue = (number: number) => rig.github.issues(REPOSITORY)[number - 1]

test('create: title, text, label and assignee arrive', async () => {
  const words = ['--label', 'bug', '--assignee', 'octocat']
  const made = await rig.gh('issue', 'create', '-t', 'Freeze', '-b', 'Because.', ...words)
  expect(made).toMatchObject({ code: 0, out: `${page}/1` })
  expect(issue(1)).toMatchObject({
    title: 'Freeze',
    body: 'Because.',
    labels: ['bug'],
    assignees: ['octocat'],
    login: 'octocat',
  })
  const unknown = await rig.gh('issue', 'create', '-t', 'x', '-b', '', '--label', 'none')
  expect(unknown).toMatchObject({ code: 1, err: "could not add label: 'none' not found" })
})

test('comment, view and edit', async () => {
  const told = await rig.gh('issue', 'comment', '1', '-b', 'Rolled back.')
  expect(told.out).toMatch(new RegExp(`^${page}/1#issuecomment-\\d+$`))
  const shown = await rig.gh('issue', 'view', '1')
  expect(shown.out).toMatch(/^title:\tFreeze\nstate:\tOPEN\nauthor:\toctocat\nlabels:\tbug$/m)
  expect(shown.out).toMatch(/^assignees:\toctocat$/m)
  expect((await rig.gh('issue', 'view', '1', '--comments')).out).toContain('Rolled back.')
  await rig.gh('issue', 'edit', '1', '--title', 'Freeze of stable', '--remove-label', 'bug')
  expect(issue(1)).toMatchObject({ title: 'Freeze of stable', labels: [] })
})

test('close, list by state and by label', async () => {
  await rig.gh('issue', 'create', '-t', 'Second', '-b', '', '--label', 'bug')
  const closed = await rig.gh('issue', 'close', '1', '--comment', 'Fixed.', '-r', 'not planned')
  expect(closed.code).toBe(0)
  expect(issue(1)).toMatchObject({
    state: 'closed',
    stateReason: 'not_planned',
    closedBy: 'octocat',
  })
  expect(issue(1)?.comments.map(({ body }) => body)).toEqual(['Rolled back.', 'Fixed.'])
  const numbers = async (...words: string[]) => {
    const { out } = await rig.gh('issue', 'list', '--json', 'number', '-q', '.[].number', ...words)
    return out
  }
  expect([
    await numbers(),
    await numbers('--state', 'all'),
    await numbers('--label', 'bug'),
  ]).toEqual(['2', '2\n1', '2'])
})

test('where issues are off, gh says so', async () => {
  const off = await startGhRig({}, { hasIssues: false })
  const { out: _out, ...said } = await off.gh('issue', 'list')
  await off.close()
  expect(said).toEqual({ code: 1, err: `the '${REPOSITORY}' repository has disabled issues` })
})

test('every request was one that GitHub describes', () => {
  expect(rig.github.violations).toEqual([])
  expect(rig.graphqlProblems()).toEqual([])
})
