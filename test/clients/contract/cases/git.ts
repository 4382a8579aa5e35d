import { at, type Case, items, type Place } from '../target.ts'

const docs = 'https://docs.github.com/rest/git'
const graphql = 'https://docs.github.com/graphql/reference/mutations#createcommitonbranch'

const headOf = async ({ ask }: Place, branch = 'main') =>
  String(at((await ask('GET', `/git/ref/heads/${branch}`)).data, 'object', 'sha'))

/** A commit on top of main, on no branch. */
async function looseCommit(place: Place, parents?: readonly string[]): Promise<string> {
  const tree = await place.ask('POST', '/git/trees', {
    tree: [{ path: 'a/b.txt', mode: '100644', type: 'blob', content: 'text' }],
  })
  const commit = await place.ask('POST', '/git/commits', {
    message: 'loose',
    tree: at(tree.data, 'sha'),
    parents: parents ?? [await headOf(place)],
  })
  return String(at(commit.data, 'sha'))
}

const mutation = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`

async function commitOnBranch(place: Place, branchName: string, expectedHeadOid: string) {
  const { owner, repo } = place
  const { status, data } = await place.graphql(mutation, {
    input: {
      branch: { repositoryNameWithOwner: `${owner}/${repo}`, branchName },
      expectedHeadOid,
      message: { headline: 'entry' },
      fileChanges: { additions: [{ path: 'entry.json', contents: 'e30=' }] },
    },
  })
  return [status, at(data, 'errors', 0, 'type') ?? 'done']
}

/** Git's own objects by REST, and commits by GraphQL. */
export const gitCases: readonly Case[] = [
  {
    id: 'ref-fast-forward',
    title: 'a ref moves forward only, unless forced',
    document: `${docs}/refs#update-a-reference`,
    look: async (place) => {
      const old = await headOf(place)
      await place.ask('POST', '/git/refs', { ref: 'refs/heads/x', sha: old })
      const sha = await looseCommit(place)
      const move = (to: string, force?: boolean) =>
        place.ask('PATCH', '/git/refs/heads/x', { sha: to, ...(force && { force }) })
      const answers = [await move(sha), await move(old), await move(old, true)]
      return answers.map(({ status }) => status)
    },
    expected: [200, 422, 200],
  },
  {
    id: 'ref-exists',
    title: 'a ref that exists is not made again',
    document: `${docs}/refs#create-a-reference`,
    look: async (place) => {
      const body = { ref: 'refs/heads/main', sha: await headOf(place) }
      const { status, data } = await place.ask('POST', '/git/refs', body)
      return [status, at(data, 'message')]
    },
    expected: [422, 'Reference already exists'],
  },
  {
    id: 'ref-object-missing',
    title: 'a ref to no object is refused with 422',
    document: `${docs}/refs#create-a-reference`,
    look: async ({ ask }) =>
      (await ask('POST', '/git/refs', { ref: 'refs/heads/x', sha: 'f'.repeat(40) })).status,
    expected: 422,
  },
  {
    id: 'ref-exact-name',
    title: 'a ref is found by its whole name, a list by a beginning',
    document: `${docs}/refs#get-a-reference`,
    look: async ({ ask }) => [
      (await ask('GET', '/git/ref/heads/ma')).status,
      items((await ask('GET', '/git/matching-refs/heads/ma')).data).length,
      (await ask('GET', '/git/matching-refs/heads/none')).data,
    ],
    expected: [404, 1, []],
  },
  {
    id: 'ref-deleted',
    title: 'a deleted ref is gone, and deleting it again is 422',
    document: `${docs}/refs#delete-a-reference`,
    look: async (place) => {
      await place.ask('POST', '/git/refs', { ref: 'refs/heads/x', sha: await headOf(place) })
      const gone = () => place.ask('DELETE', '/git/refs/heads/x')
      return [(await gone()).status, (await gone()).status]
    },
    expected: [204, 422],
  },
  {
    id: 'orphan-commit',
    title: 'a commit without parents can start a branch',
    document: `${docs}/commits#create-a-commit`,
    look: async (place) => {
      const sha = await looseCommit(place, [])
      const made = await place.ask('POST', '/git/refs', { ref: 'refs/heads/ledger', sha })
      const read = await place.ask('GET', `/git/commits/${sha}`)
      return [made.status, at(read.data, 'parents')]
    },
    expected: [201, []],
  },
  {
    id: 'commit-of-no-tree',
    title: 'a commit of something that is no tree is 422',
    document: `${docs}/commits#create-a-commit`,
    look: async ({ ask }) => {
      const blob = at((await ask('POST', '/git/blobs', { content: 'x' })).data, 'sha')
      return (await ask('POST', '/git/commits', { message: 'm', tree: blob, parents: [] })).status
    },
    expected: 422,
  },
  {
    id: 'tree-of-base',
    title: 'a tree changes some files of another, and any value of `recursive` recurses',
    document: `${docs}/trees#get-a-tree`,
    setup: { files: { 'docs/a.txt': 'a', 'docs/b.txt': 'b' } },
    look: async (place) => {
      const commit = await place.ask('GET', `/git/commits/${await headOf(place)}`)
      const made = await place.ask('POST', '/git/trees', {
        base_tree: at(commit.data, 'tree', 'sha'),
        tree: [
          { path: 'docs/a.txt', mode: '100644', type: 'blob', sha: null },
          { path: 'c.txt', mode: '100644', type: 'blob', content: 'c' },
        ],
      })
      const sha = String(at(made.data, 'sha'))
      const paths = async (query: string) =>
        items((await place.ask('GET', `/git/trees/${sha}${query}`)).data, 'tree')
          .map((entry) => at(entry, 'path'))
          .toSorted()
      return [await paths(''), await paths('?recursive=false')]
    },
    expected: [
      ['README.md', 'c.txt', 'docs'],
      ['README.md', 'c.txt', 'docs', 'docs/b.txt'],
    ],
  },
  {
    id: 'blob-base64',
    title: 'a blob comes back as base64, byte for byte',
    document: `${docs}/blobs#get-a-blob`,
    look: async ({ ask }) => {
      const content = Buffer.from([0, 255, 10]).toString('base64')
      const made = await ask('POST', '/git/blobs', { content, encoding: 'base64' })
      const { data } = await ask('GET', `/git/blobs/${at(made.data, 'sha')}`)
      return [at(data, 'encoding'), String(at(data, 'content')).trim(), at(data, 'size')]
    },
    expected: ['base64', 'AP8K', 3],
  },
  {
    id: 'tag-object',
    title: 'an annotated tag is an object of its own, and a ref makes it a tag',
    document: `${docs}/tags#create-a-tag-object`,
    look: async (place) => {
      const object = await headOf(place)
      const body = { tag: 'v1', message: 'm', object, type: 'commit' }
      const made = await place.ask('POST', '/git/tags', body)
      const before = items((await place.ask('GET', '/tags')).data).length
      await place.ask('POST', '/git/refs', { ref: 'refs/tags/v1', sha: at(made.data, 'sha') })
      const [tag] = items((await place.ask('GET', '/tags')).data)
      return [before, at(tag, 'name'), at(tag, 'commit', 'sha') === object]
    },
    expected: [0, 'v1', true],
  },
  {
    id: 'commit-on-branch',
    title: 'createCommitOnBranch commits if the head is the expected one, else STALE_DATA',
    document: graphql,
    look: async (place) => {
      const head = await headOf(place)
      return [
        await commitOnBranch(place, 'main', head),
        await commitOnBranch(place, 'main', head),
        await commitOnBranch(place, 'gone', head),
      ]
    },
    expected: [
      [200, 'done'],
      [200, 'STALE_DATA'],
      [200, 'NOT_FOUND'],
    ],
  },
  {
    id: 'smart-http',
    title: 'git reads a repository over HTTP',
    document:
      'https://docs.github.com/get-started/git-basics/about-remote-repositories#cloning-with-https-urls',
    look: async ({ owner, repo, ask }) => {
      const { origin } = new URL(String(at((await ask('GET', '')).data, 'url')))
      const refs = `${origin}/${owner}/${repo}.git/info/refs?service=git-upload-pack`
      const { status, headers } = await ask('GET', refs)
      return [status, headers.get('content-type')]
    },
    expected: [200, 'application/x-git-upload-pack-advertisement'],
  },
]
