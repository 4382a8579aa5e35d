import { afterEach, expect, test } from '@jest/globals'
import { type Fixture, refusalOf, shop, startFixture, statusOf } from './fixture.ts'

let fixture: Fixture
afterEach(() => fixture.close())

test('rules are listed, and nobody gets past them', async () => {
  fixture = await startFixture({
    rules: [
      { branch: 'main', type: 'pull_request' },
      { branch: 'release-*', type: 'non_fast_forward' },
      { branch: 'release-*', type: 'deletion' },
      { branch: 'locked', type: 'creation' },
    ],
  })
  const { rest } = fixture.client({ contents: 'write' })
  const rules = (branch: string) => rest.repos.getBranchRules({ ...shop, branch })
  expect((await rules('main')).data).toMatchObject([{ type: 'pull_request' }])
  expect((await rules('release-ledger')).data.map(({ type }) => type)).toEqual([
    'non_fast_forward',
    'deletion',
  ])
  expect((await rules('free')).data).toEqual([])

  const [one, two] = [
    await fixture.git('rev-parse', 'v1.0.0'),
    await fixture.git('rev-parse', 'main'),
  ]
  const broken = async (call: Promise<unknown>) => (await refusalOf(call)).split('\n').at(2)
  const ledger = { ...shop, ref: 'heads/release-ledger' }
  await rest.git.createRef({ ...shop, ref: 'refs/heads/release-ledger', sha: one })
  await rest.git.updateRef({ ...ledger, sha: two })
  expect(await broken(rest.git.updateRef({ ...ledger, sha: one, force: true }))).toBe(
    'Cannot force-push to this branch',
  )
  expect(await broken(rest.git.deleteRef(ledger))).toBe('Cannot delete this branch')
  expect(await broken(rest.git.updateRef({ ...shop, ref: 'heads/main', sha: two }))).toBe(
    'Changes must be made through a pull request.',
  )
  expect(await broken(rest.git.createRef({ ...shop, ref: 'refs/heads/locked', sha: one }))).toBe(
    'Cannot create ref due to creations being restricted.',
  )
})

test('an App may not put a ref onto workflow files that no branch has', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client({ contents: 'write' })
  const tree = await rest.git.createTree({
    ...shop,
    base_tree: await fixture.git('rev-parse', 'main^{tree}'),
    tree: [
      { path: '.github/workflows/x.yml', mode: '100644', type: 'blob', content: 'on: push\n' },
    ],
  })
  const input = { ...shop, message: 'x', tree: tree.data.sha }
  const { data } = await rest.git.createCommit({
    ...input,
    parents: [await fixture.git('rev-parse', 'main')],
  })
  const hotfix = { ...shop, ref: 'refs/heads/hotfix', sha: data.sha }
  const refused = '403 Resource not accessible by integration'
  expect(await refusalOf(rest.git.createRef(hotfix))).toBe(refused)
  expect(await refusalOf(rest.git.updateRef({ ...shop, ref: 'heads/main', sha: data.sha }))).toBe(
    refused,
  )
  const release = { ...shop, tag_name: 'v9.0.0', target_commitish: data.sha }
  expect(await refusalOf(rest.repos.createRelease(release))).toBe(refused)
  const app = fixture.client({ contents: 'write', workflows: 'write' })
  expect(await statusOf(app.rest.git.createRef(hotfix))).toBe(201)
  expect(await statusOf(rest.repos.createRelease(release))).toBe(201)
})
