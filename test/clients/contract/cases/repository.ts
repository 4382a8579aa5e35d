import { at, type Case, items } from '../target.ts'

const rest = 'https://docs.github.com/rest'
const base64 = (text: string) => Buffer.from(text).toString('base64')

/** Repositories, files and commits. */
export const repositoryCases: readonly Case[] = [
  {
    id: 'repository-permissions',
    title: 'a repository says what its reader may do there',
    document: `${rest}/repos/repos#get-a-repository`,
    look: async ({ ask }) => {
      const rights = async (as: 'owner' | 'reader') =>
        at((await ask('GET', '', undefined, { as })).data, 'permissions', 'push')
      return [await rights('owner'), await rights('reader')]
    },
    expected: [true, false],
  },
  {
    id: 'private-repository-hidden',
    title: 'a private repository is 404 for who may not read it',
    document: `${rest}/using-the-rest-api/troubleshooting-the-rest-api#404-not-found-for-an-existing-resource`,
    setup: { private: true },
    look: async ({ ask }) => [
      (await ask('GET', '')).status,
      (await ask('GET', '', undefined, { as: 'nobody' })).status,
      (await ask('GET', '', undefined, { as: 'reader' })).status,
    ],
    expected: [200, 404, 404],
  },
  {
    id: 'unknown-token',
    title: 'an unknown token is 401 "Bad credentials"',
    document: `${rest}/authentication/authenticating-to-the-rest-api#failed-login-limit`,
    look: async ({ ask }) => {
      const headers = { authorization: 'token nobody' }
      const { status, data } = await ask('GET', '', undefined, { headers })
      return [status, at(data, 'message')]
    },
    expected: [401, 'Bad credentials'],
  },
  {
    id: 'write-without-token',
    title: 'a write without a token is 401',
    document: `${rest}/authentication/authenticating-to-the-rest-api#about-authentication`,
    look: async ({ ask }) =>
      (await ask('POST', '/issues', { title: 'x' }, { as: 'nobody' })).status,
    expected: 401,
  },
  {
    id: 'write-without-permission',
    title: 'a write without the permission is 403 and names the one that opens it',
    document: `${rest}/using-the-rest-api/troubleshooting-the-rest-api#resource-not-accessible`,
    look: async ({ ask }) => {
      const body = { ref: 'refs/heads/x', sha: '0'.repeat(40) }
      const { status, headers } = await ask('POST', '/git/refs', body, { as: 'reader' })
      return [status, headers.get('x-accepted-github-permissions')]
    },
    expected: [403, 'contents=write'],
  },
  {
    id: 'body-not-json',
    title: 'a body that is no JSON is 400 "Problems parsing JSON"',
    document: `${rest}/using-the-rest-api/troubleshooting-the-rest-api#problems-parsing-json`,
    look: async ({ ask }) => {
      const { status, data } = await ask('POST', '/issues', '{"title":')
      return [status, at(data, 'message')]
    },
    expected: [400, 'Problems parsing JSON'],
  },
  {
    id: 'conditional-request',
    title: 'an answer has an ETag, and 304 for who shows it again',
    document: `${rest}/using-the-rest-api/best-practices-for-using-the-rest-api#use-conditional-requests-if-appropriate`,
    look: async ({ ask }) => {
      const etag = (await ask('GET', '')).headers.get('etag') ?? ''
      const again = await ask('GET', '', undefined, { headers: { 'if-none-match': etag } })
      return [etag === '' ? 'no name' : 'a name', again.status]
    },
    expected: ['a name', 304],
  },
  {
    id: 'pages',
    title: 'the Link header leads to the next and the last page',
    document: `${rest}/using-the-rest-api/using-pagination-in-the-rest-api#using-link-headers`,
    look: async ({ ask }) => {
      for (const title of ['a', 'b', 'c']) await ask('POST', '/issues', { title })
      const link = (await ask('GET', '/issues?per_page=1')).headers.get('link') ?? ''
      const next = /<([^>]+)>; rel="next"/.exec(link)?.[1] ?? ''
      const second = next === '' ? undefined : (await ask('GET', next)).data
      const words = [...link.matchAll(/rel="(\w+)"/g)].map(([, word]) => word)
      return [words.toSorted(), at(second, 0, 'title')]
    },
    expected: [['last', 'next'], 'b'],
  },
  {
    id: 'file-needs-its-sha',
    title: 'a file that exists is replaced only by who names its blob',
    document: `${rest}/repos/contents#create-or-update-file-contents`,
    look: async ({ ask }) => {
      const put = (content: string, sha?: unknown) =>
        ask('PUT', '/contents/a.txt', { message: 'm', content: base64(content), sha })
      const made = await put('one')
      const without = await put('two')
      const wrong = await put('two', 'f'.repeat(40))
      const right = await put('two', at(made.data, 'content', 'sha'))
      return [made, without, wrong, right].map(({ status }) => status)
    },
    expected: [201, 422, 409, 200],
  },
  {
    id: 'protected-branch-file',
    title: 'a file on a branch that wants pull requests is refused with 409',
    document: `${rest}/repos/contents#create-or-update-file-contents`,
    setup: { pullRequestsBy: 'protection' },
    look: async ({ ask }) =>
      (await ask('PUT', '/contents/a.txt', { message: 'm', content: base64('x') })).status,
    expected: 409,
  },
  {
    id: 'raw-file',
    title: 'a file comes as its bytes for who accepts the raw media type',
    document: `${rest}/repos/contents#get-repository-content`,
    setup: { files: { 'docs/a.txt': 'line one\n' } },
    look: async ({ ask }) => {
      const headers = { accept: 'application/vnd.github.raw+json' }
      return (await ask('GET', '/contents/docs/a.txt', undefined, { headers })).data
    },
    expected: 'line one\n',
  },
  {
    id: 'commit-comparison',
    title: 'two commits compare as ahead or behind',
    document: `${rest}/commits/commits#compare-two-commits`,
    look: async ({ ask }) => {
      const sha = at((await ask('GET', '/git/ref/heads/main')).data, 'object', 'sha')
      await ask('POST', '/git/refs', { ref: 'refs/heads/old', sha })
      await ask('PUT', '/contents/a.txt', { message: 'm', content: base64('x') })
      const { data } = await ask('GET', '/compare/old...main')
      return [at(data, 'status'), at(data, 'ahead_by'), items(data, 'commits').length]
    },
    expected: ['ahead', 1, 1],
  },
]
