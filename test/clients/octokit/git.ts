import { expect } from '@jest/globals'
import { shop } from '../../sandbox/github/fixture.ts'
import type { Rig } from './rig.ts'

const text = (content: string) => Buffer.from(content).toString('base64')

/** Files, commits, trees, refs and tags. */
export async function gitStory({ client }: Rig): Promise<void> {
  const rest = client('ada')
  const file = { ...shop, path: 'notes/a.md' }
  const put = { ...file, message: 'add', content: text('one') }
  const made = await rest.repos.createOrUpdateFileContents(put)
  const read = await rest.repos.getContent(file)
  expect(read.data).toMatchObject({ sha: made.data.content?.sha })
  const gone = { ...file, message: 'drop', sha: made.data.content?.sha ?? '' }
  expect((await rest.repos.deleteFile(gone)).data.content).toBeNull()
  const commits = await rest.repos.listCommits({ ...shop, path: 'notes/a.md' })
  expect(commits.data.map(({ commit }) => commit.message)).toEqual(['drop', 'add'])
  const head = await rest.repos.getCommit({ ...shop, ref: 'main' })
  const compared = await rest.repos.compareCommitsWithBasehead({
    ...shop,
    basehead: 'v1.0.0...main',
  })
  expect(compared.data).toMatchObject({ status: 'ahead', ahead_by: 3, behind_by: 0 })

  const blob = await rest.git.createBlob({ ...shop, content: 'x' })
  expect((await rest.git.getBlob({ ...shop, file_sha: blob.data.sha })).data.size).toBe(1)
  const entry = { path: 'x', mode: '100644', type: 'blob', sha: blob.data.sha } as const
  const tree = await rest.git.createTree({ ...shop, tree: [entry] })
  expect((await rest.git.getTree({ ...shop, tree_sha: tree.data.sha })).data.truncated).toBe(false)
  const commit = await rest.git.createCommit({ ...shop, message: 'x', tree: tree.data.sha })
  const { sha } = (await rest.git.getCommit({ ...shop, commit_sha: commit.data.sha })).data
  await rest.git.createRef({ ...shop, ref: 'refs/heads/x', sha })
  expect((await rest.git.getRef({ ...shop, ref: 'heads/x' })).data.object.sha).toBe(sha)
  expect((await rest.git.listMatchingRefs({ ...shop, ref: 'heads/x' })).data).toHaveLength(1)
  const moved = { ...shop, ref: 'heads/x', sha: head.data.sha, force: true }
  expect((await rest.git.updateRef(moved)).data.object.sha).toBe(head.data.sha)
  expect((await rest.git.deleteRef({ ...shop, ref: 'heads/x' })).status).toBe(204)
  const tag = { ...shop, tag: 'v9', message: 'm', object: sha, type: 'commit' } as const
  const tagged = await rest.git.createTag(tag)
  expect((await rest.git.getTag({ ...shop, tag_sha: tagged.data.sha })).data.tag).toBe('v9')
  expect((await rest.repos.listTags(shop)).data.map(({ name }) => name)).toEqual(['v1.0.0'])
}
