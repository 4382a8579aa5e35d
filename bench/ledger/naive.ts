/** The naive way, through Octokit: the whole branch as one recursive list, and a request a content. */
import { Octokit } from '@octokit/core'
import { chainFolder } from '../../src/domain/ledger/path.ts'
import { openRelease } from './history.ts'
import { OWNER, type Place, REPO } from './place.ts'

const HERE = { owner: OWNER, repo: REPO }
const MUTATION = `mutation append($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`
/** Requests at once. */
const AT_ONCE = 50

/** Read the first open release; the head that it was read at. @throws Error where the list is cut. */
export async function naiveOpen(place: Place): Promise<string> {
  const octokit = clientOf(place)
  const ref = { ...HERE, ref: 'heads/release-ledger' }
  const { data } = await octokit.request('GET /repos/{owner}/{repo}/git/ref/{ref}', ref)
  const head = data.object.sha
  const all = { ...HERE, tree_sha: head, recursive: '1' }
  const list = await octokit.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', all)
  if (list.data.truncated) throw new Error('the list is cut')
  const folder = chainFolder(openRelease(0))
  const own = list.data.tree.filter(({ path }) => path.startsWith(folder))
  for (let i = 0; i < own.length; i += AT_ONCE) await readAll(octokit, own.slice(i, i + AT_ONCE))
  return head
}

/** The same, and one commit more. */
export async function naiveAppend(place: Place, path: string): Promise<void> {
  const expectedHeadOid = await naiveOpen(place)
  const contents = Buffer.from('{}').toString('base64')
  const input = {
    branch: { repositoryNameWithOwner: `${OWNER}/${REPO}`, branchName: 'release-ledger' },
    ...{ expectedHeadOid, message: { headline: 'naive' } },
    fileChanges: { additions: [{ path, contents }] },
  }
  await clientOf(place).graphql(MUTATION, { input })
}

const clientOf = ({ url, token }: Place) => new Octokit({ auth: token, baseUrl: url })

function readAll(octokit: Octokit, files: readonly { readonly sha: string }[]) {
  const route = 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}'
  return Promise.all(files.map(({ sha }) => octokit.request(route, { ...HERE, file_sha: sha })))
}
