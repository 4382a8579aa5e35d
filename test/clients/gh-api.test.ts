import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type GhRig, REPOSITORY, startGhRig } from './gh/rig.ts'

let rig: GhRig
beforeAll(async () => {
  rig = await startGhRig()
  for (const title of ['one', 'two', 'three']) {
    const { code } = await rig.gh('api', 'repos/{owner}/{repo}/issues', '-f', `title=${title}`)
    expect(code).toBe(0)
  }
})
afterAll(() => rig.close())

test('REST: placeholders, fields, methods and what is refused', async () => {
  const read = await rig.gh('api', 'repos/{owner}/{repo}', '-q', '.full_name')
  expect(read.out).toBe(REPOSITORY)
  const issue = 'repos/{owner}/{repo}/issues/1'
  const changed = await rig.gh('api', '-X', 'PATCH', issue, '-f', 'state=closed', '-q', '.state')
  expect(changed.out).toBe('closed')
  const labels = ['-f', 'labels[]=a', '-f', 'labels[]=b', '-q', '.[].name']
  expect((await rig.gh('api', `${issue}/labels`, ...labels)).out).toBe('a\nb')
  const gone = await rig.gh('api', 'repos/{owner}/{repo}/issues/9')
  expect(gone).toMatchObject({ code: 1, err: 'gh: Not Found (HTTP 404)' })
  const invalid = await rig.gh(
    'api',
    'repos/{owner}/{repo}/labels',
    '-f',
    'name=x',
    '-f',
    'color=z',
  )
  expect(invalid.err).toContain('Validation Failed (HTTP 422)')
})

test('pages of REST are followed by their links', async () => {
  const list = 'repos/{owner}/{repo}/issues?state=all&per_page=1'
  const { out } = await rig.gh('api', '--paginate', list, '-q', '.[].title')
  expect(out).toBe('three\ntwo\none')
  const asked = rig.github.requests.filter(({ query }) => query.includes('per_page=1'))
  expect(asked.map(({ host, path }) => `${host}${path.replace(/\d+/, 'N')}`)).toEqual([
    `api.github.com/repos/${REPOSITORY}/issues`,
    'api.github.com/repositories/N/issues',
    'api.github.com/repositories/N/issues',
  ])
})

test('GraphQL: a query, its pages, and an error', async () => {
  const query = 'query={ viewer { login } }'
  const viewer = await rig.gh('api', 'graphql', '-f', query, '-q', '.data.viewer.login')
  expect(viewer.out).toBe('octocat')
  const list = `query($owner: String!, $repo: String!, $endCursor: String) {
    repository(owner: $owner, name: $repo) {
      issues(first: 2, after: $endCursor) { nodes { title } pageInfo { hasNextPage endCursor } }
    }
  }`
  const words = ['-F', 'owner={owner}', '-F', 'repo={repo}', '-f', `query=${list}`]
  const titles = ['-q', '.data.repository.issues.nodes[].title']
  expect((await rig.gh('api', 'graphql', '--paginate', ...words, ...titles)).out).toBe(
    'one\ntwo\nthree',
  )
  const gone = 'query={ repository(owner: "acme", name: "gone") { id } }'
  const refused = await rig.gh('api', 'graphql', '-f', gone)
  expect(refused).toMatchObject({ code: 1 })
  expect(refused.err).toContain("Could not resolve to a Repository with the name 'acme/gone'.")
})

test('headers: what opens a route, and a name that gives 304 the second time', async () => {
  const first = await rig.gh('api', '-i', 'repos/{owner}/{repo}/issues/1')
  expect(first.out).toMatch(/^X-Accepted-Github-Permissions: issues=read\r?$/m)
  const [, etag = ''] = /^Etag: (\S+?)\r?$/m.exec(first.out) ?? []
  const again = await rig.gh(
    'api',
    '-i',
    'repos/{owner}/{repo}/issues/1',
    '-H',
    `if-none-match: ${etag}`,
  )
  expect(again.out).toMatch(/^HTTP\/1\.1 304 /)
})

test('auth status and rulesets', async () => {
  expect((await rig.gh('auth', 'status')).out).toContain('Logged in to github.com account octocat')
  expect((await rig.gh('ruleset', 'check', 'main')).out).toContain('0 rules apply to branch main')
})

test('every request was one that GitHub describes', () => {
  expect(rig.github.violations).toEqual([])
})
