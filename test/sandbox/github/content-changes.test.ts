import { afterEach, expect, test } from '@jest/globals'
import { allRights, type Fixture, refusalOf, shop, startFixture } from './fixture.ts'

let fixture: Fixture
afterEach(() => fixture.close())

const base64 = (text: string) => Buffer.from(text).toString('base64')
// Put together here: the file itself must not hold a token.
const secret = `ghp_${'a1'.repeat(18)}`

test('a file is made, changed by who knows its bytes, and deleted', async () => {
  fixture = await startFixture()
  const { rest } = fixture.client()
  const file = { ...shop, path: 'docs/a.md' }
  const put = (content: string, sha?: string) =>
    rest.repos.createOrUpdateFileContents({
      ...file,
      message: content,
      content: base64(content),
      ...(sha && { sha }),
    })
  const made = await put('one')
  expect([made.status, made.data.commit.message]).toEqual([201, 'one'])
  expect(await fixture.git('show', 'main:docs/a.md')).toBe('one')
  expect(await refusalOf(put('two'))).toBe('422 Invalid request.\n\n"sha" wasn\'t supplied.')
  const other = 'f'.repeat(40)
  expect(await refusalOf(put('two', other))).toBe(`409 docs/a.md does not match ${other}`)
  const sha = made.data.content?.sha ?? ''
  expect((await put('two', sha)).status).toBe(200)
  const gone = { ...file, message: 'drop', sha }
  expect(await refusalOf(rest.repos.deleteFile(gone))).toBe(`409 docs/a.md does not match ${sha}`)
  const absent = { ...gone, path: 'none.md' }
  expect(await refusalOf(rest.repos.deleteFile(absent))).toBe('404 Not Found')
  const elsewhere = { ...absent, content: '', branch: 'gone' }
  expect(await refusalOf(rest.repos.createOrUpdateFileContents(elsewhere))).toBe(
    '404 Branch gone not found',
  )
})

test('here a broken rule is 409, and workflow files need their own permission', async () => {
  fixture = await startFixture({ rules: [{ branch: 'main', type: 'pull_request' }] })
  await fixture.git('branch', 'free', 'main')
  const { rest } = fixture.client()
  const put = (path: string, branch: string) =>
    refusalOf(
      rest.repos.createOrUpdateFileContents({ ...shop, path, branch, message: 'x', content: '' }),
    )
  expect(await put('a', 'main')).toMatch(/^409 Repository rule violations found\n\nChanges must/)
  expect(await put('.github/workflows/x.yml', 'free')).toBe(
    '403 Resource not accessible by integration',
  )
})

test('who is on the list gets past a rule; GITHUB_TOKEN never does', async () => {
  const bypass = ['release-app[bot]', 'github-actions[bot]']
  fixture = await startFixture({ rules: [{ branch: 'main', type: 'pull_request', bypass }] })
  const put = (login: string) => {
    const token = fixture.github.issueToken({ permissions: allRights, login })
    const file = { ...shop, path: login, message: 'x', content: '' }
    return refusalOf(fixture.clientOf(token).rest.repos.createOrUpdateFileContents(file))
  }
  expect(await put('release-app[bot]')).toBe('not refused')
  expect(await put('github-actions[bot]')).toMatch(/^409 Repository rule violations found/)
})

test('push protection refuses what holds a token, by every way in', async () => {
  fixture = await startFixture({ pushProtection: true })
  const { rest } = fixture.client()
  const content = `key: ${secret}`
  const found = /Repository rule violations found\n\nSecret detected in content/
  const file = { ...shop, path: 'a', message: 'x', content: base64(content) }
  expect(await refusalOf(rest.repos.createOrUpdateFileContents(file))).toMatch(found)
  expect(await refusalOf(rest.git.createBlob({ ...shop, content }))).toMatch(found)
  const entry = { path: 'a', mode: '100644', type: 'blob', content } as const
  expect(await refusalOf(rest.git.createTree({ ...shop, tree: [entry] }))).toMatch(found)
  const clean = await rest.git.createBlob({ ...shop, content: 'ghp_short' })
  expect(clean.status).toBe(201)
})

test('the tag of an immutable release stays where it is', async () => {
  fixture = await startFixture({ immutableReleases: true })
  const { rest } = fixture.client()
  const { data } = await rest.repos.createRelease({ ...shop, tag_name: 'v1.0.0' })
  const tag = { ...shop, ref: 'tags/v1.0.0' }
  const sha = await fixture.git('rev-parse', 'main')
  const refused = '422 Cannot move or delete the tag of an immutable release'
  expect(await refusalOf(rest.git.updateRef({ ...tag, sha }))).toBe(refused)
  expect(await refusalOf(rest.git.deleteRef(tag))).toBe(refused)
  await rest.repos.deleteRelease({ ...shop, release_id: data.id })
  expect((await rest.git.deleteRef(tag)).status).toBe(204)
})
