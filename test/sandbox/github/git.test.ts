import { afterEach, expect, test } from '@jest/globals'
import { type Fixture, refusalOf, shop, startFixture, statusOf } from './fixture.ts'

let fixture: Fixture
afterEach(() => fixture.close())

test('files at a ref: as an object, raw, as a folder, absent', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client({ contents: 'read' })
  const { data } = await rest.repos.getContent({ ...shop, path: 'deploy/run.sh', ref: 'v1.0.0' })
  expect(data).toMatchObject({ type: 'file', path: 'deploy/run.sh', size: 9, encoding: 'base64' })
  expect(Buffer.from((data as { content: string }).content, 'base64').toString()).toBe('echo run\n')

  const mediaType = { format: 'raw' }
  const raw = await rest.repos.getContent({ ...shop, path: 'README.md', mediaType })
  expect(raw.data).toBe('# shop\n')
  const folder = await rest.repos.getContent({ ...shop, path: 'deploy' })
  expect(folder.data).toMatchObject([{ type: 'dir' }, { path: 'deploy/run.sh' }].slice(1))
  expect(await statusOf(rest.repos.getContent({ ...shop, path: 'gone' }))).toBe(404)
  expect(await statusOf(rest.repos.getContent({ ...shop, path: 'README.md', ref: 'no' }))).toBe(404)
})

test('a branch without parents from blob, tree, commit and ref', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client({ contents: 'write' })
  const content = Buffer.from('äöü').toString('base64')
  const blob = await rest.git.createBlob({ ...shop, content, encoding: 'base64' })
  const read = await rest.git.getBlob({ ...shop, file_sha: blob.data.sha })
  expect(Buffer.from(read.data.content, 'base64').toString()).toBe('äöü')
  const tree = await rest.git.createTree({
    ...shop,
    tree: [
      { path: 'a/b.txt', mode: '100644', type: 'blob', sha: blob.data.sha },
      { path: 'README.md', mode: '100644', type: 'blob', content: 'hands off\n' },
    ],
  })
  const commit = await rest.git.createCommit({
    ...shop,
    message: 'start [skip ci]',
    tree: tree.data.sha,
    parents: [],
  })
  expect(commit.data).toMatchObject({
    parents: [],
    message: 'start [skip ci]',
    verification: { verified: true },
    author: { name: 'github-actions[bot]', date: '2026-03-04T05:06:07Z' },
    committer: { name: 'GitHub' },
  })
  const ref = { ...shop, ref: 'refs/heads/release-ledger', sha: commit.data.sha }
  expect((await rest.git.createRef(ref)).status).toBe(201)
  expect(await refusalOf(rest.git.createRef(ref))).toBe('422 Reference already exists')
  expect(await fixture.git('show', 'release-ledger:a/b.txt')).toBe('äöü')
  expect(await fixture.git('rev-list', '--count', 'release-ledger')).toBe('1')
  await fixture.git('fsck', '--strict')

  const wrong = { ...shop, message: 'x', tree: blob.data.sha, parents: [] }
  expect(await refusalOf(rest.git.createCommit(wrong))).toBe('422 Tree SHA does not exist')
  const named = { ...shop, message: 'x', tree: tree.data.sha, parents: [commit.data.sha] }
  const author = { name: 'Ada', email: 'ada@example.org' }
  const byHand = await rest.git.createCommit({ ...named, author })
  expect(byHand.data).toMatchObject({ verification: { verified: false }, author })
})

test('a tree changes files of another one, and says when it was cut', async () => {
  fixture = await startFixture({ treeLimit: 5 })
  const { rest } = fixture.client({ contents: 'write' })
  const changed = await rest.git.createTree({
    ...shop,
    base_tree: await fixture.git('rev-parse', 'main^{tree}'),
    tree: [
      { path: 'README.md', mode: '100644', type: 'blob', sha: null },
      { path: 'new.txt', mode: '100755', type: 'blob', content: 'new' },
    ],
  })
  const names = await fixture.git('ls-tree', '-r', '--name-only', changed.data.sha)
  expect(names.split('\n')).not.toContain('README.md')
  expect(names.split('\n')).toContain('new.txt')

  const flat = await rest.git.getTree({ ...shop, tree_sha: 'main' })
  expect(flat.data).toMatchObject({ truncated: false, tree: [{ type: 'tree' }, {}, {}] })
  const deep = await rest.git.getTree({ ...shop, tree_sha: 'main', recursive: 'true' })
  expect(deep.data.truncated).toBe(true)
  expect(deep.data.tree).toHaveLength(5)

  const outside = { path: '../x', mode: '100644', type: 'blob', content: 'x' } as const
  expect(await statusOf(rest.git.createTree({ ...shop, tree: [outside] }))).toBe(422)
})

test('refs are read by name and prefix, and move forward only', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client({ contents: 'write' })
  const [one, two] = [
    await fixture.git('rev-parse', 'v1.0.0'),
    await fixture.git('rev-parse', 'main'),
  ]
  const main = await rest.git.getRef({ ...shop, ref: 'heads/main' })
  expect(main.data).toMatchObject({ ref: 'refs/heads/main', object: { sha: two, type: 'commit' } })
  for (const ref of ['heads/ma', 'heads/main~1', 'heads/main@{0}', 'heads']) {
    expect(await statusOf(rest.git.getRef({ ...shop, ref }))).toBe(404)
  }

  await rest.git.createRef({ ...shop, ref: 'refs/heads/hotfix/1.0', sha: one })
  const found = await rest.git.listMatchingRefs({ ...shop, ref: 'heads/hot' })
  expect(found.data.map(({ ref }) => ref)).toEqual(['refs/heads/hotfix/1.0'])
  expect((await rest.git.listMatchingRefs({ ...shop, ref: 'heads/none' })).data).toEqual([])

  const hotfix = { ...shop, ref: 'heads/hotfix/1.0' }
  await rest.git.updateRef({ ...hotfix, sha: two })
  const back = { ...hotfix, sha: one }
  expect(await refusalOf(rest.git.updateRef(back))).toBe('422 Update is not a fast forward')
  expect((await rest.git.updateRef({ ...back, force: true })).data.object.sha).toBe(one)
  expect(await fixture.git('rev-parse', 'hotfix/1.0')).toBe(one)
  expect(await statusOf(rest.git.deleteRef(hotfix))).toBe(204)
  expect(await refusalOf(rest.git.deleteRef(hotfix))).toBe('422 Reference does not exist')
  const absent = { ...shop, ref: 'heads/gone', sha: one }
  expect(await refusalOf(rest.git.updateRef(absent))).toBe('422 Reference does not exist')
  const unknown = { ...shop, ref: 'refs/heads/x', sha: 'f'.repeat(40) }
  expect(await refusalOf(rest.git.createRef(unknown))).toBe('422 Object does not exist')
})

test('commits, branches and tags', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client({ contents: 'write' })
  const one = await fixture.git('rev-parse', 'v1.0.0')
  const commit = await rest.repos.getCommit({ ...shop, ref: 'main' })
  expect(commit.data).toMatchObject({ commit: { message: 'two' }, parents: [{ sha: one }] })
  expect(await refusalOf(rest.repos.getCommit({ ...shop, ref: 'nope' }))).toBe(
    '422 No commit found for SHA: nope',
  )
  const git = await rest.git.getCommit({ ...shop, commit_sha: one })
  expect(git.data).toMatchObject({ message: 'one', author: { name: 'Ada' } })
  const branch = await rest.repos.getBranch({ ...shop, branch: 'main' })
  expect(branch.data).toMatchObject({ protected: false, commit: { sha: commit.data.sha } })

  const made = await rest.git.createTag({
    ...shop,
    tag: 'v1.0.1',
    message: 'signed off',
    object: one,
    type: 'commit',
  })
  await rest.git.createRef({ ...shop, ref: 'refs/tags/v1.0.1', sha: made.data.sha })
  const tag = await rest.git.getTag({ ...shop, tag_sha: made.data.sha })
  expect(tag.data).toMatchObject({ tag: 'v1.0.1', message: 'signed off', object: { sha: one } })
  const list = await rest.repos.listTags(shop)
  expect(list.data.map(({ name, commit: { sha } }) => [name, sha])).toEqual([
    ['v1.0.1', one],
    ['v1.0.0', one],
  ])
})

test('a folder is listed up to 1,000 files, as on GitHub', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client({ contents: 'write' })
  const content = {
    mode: '100644',
    type: 'blob',
    sha: await fixture.git('rev-parse', 'main:README.md'),
  } as const
  const files = Array.from({ length: 1001 }, (_, index) => ({
    ...content,
    path: `many/${index}.json`,
  }))
  const tree = await rest.git.createTree({ ...shop, tree: files })
  const commit = await rest.git.createCommit({ ...shop, message: 'many', tree: tree.data.sha })
  const listed = await rest.repos.getContent({ ...shop, path: 'many', ref: commit.data.sha })
  expect(listed.data).toHaveLength(1000)
  const whole = await rest.git.getTree({ ...shop, tree_sha: commit.data.sha, recursive: '1' })
  expect(whole.data).toMatchObject({ truncated: false })
  expect(whole.data.tree).toHaveLength(1002)
})

test('a file above 1 MiB has no inline content', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client({ contents: 'write' })
  const content = 'x'.repeat(1024 * 1024 + 1)
  const blob = await rest.git.createBlob({ ...shop, content })
  const tree = await rest.git.createTree({
    ...shop,
    tree: [{ path: 'big', mode: '100644', type: 'blob', sha: blob.data.sha }],
  })
  const commit = await rest.git.createCommit({ ...shop, message: 'big', tree: tree.data.sha })
  const file = { ...shop, path: 'big', ref: commit.data.sha }
  const { data } = await rest.repos.getContent(file)
  expect(data).toMatchObject({ content: '', encoding: 'none', size: content.length })
  const raw = await rest.repos.getContent({ ...file, mediaType: { format: 'raw' } })
  expect(raw.data).toBe(content)
})
