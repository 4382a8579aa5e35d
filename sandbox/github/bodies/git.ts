import type { CommitObject, Identity, RefEntry, TagObject } from '../git/objects.ts'
import type { Repository } from '../store.ts'
import type { World } from '../world.ts'
import { apiUrl, nodeId, pageUrl } from './names.ts'
import { userBody } from './user.ts'

/** GitHub's `git-ref`. */
export function refBody(world: World, repository: Repository, { ref, oid, type }: RefEntry) {
  const git = `${apiUrl(world, repository)}/git`
  return {
    ref,
    node_id: nodeId('Ref', ref),
    url: `${git}/${ref}`,
    object: { sha: oid, type, url: `${git}/${type}s/${oid}` },
  }
}

/** GitHub's `git-commit`. */
export function gitCommitBody(world: World, repository: Repository, commit: CommitObject) {
  const git = `${apiUrl(world, repository)}/git`
  const page = pageUrl(world, repository)
  return {
    sha: commit.oid,
    node_id: nodeId('Commit', commit.oid),
    url: `${git}/commits/${commit.oid}`,
    html_url: `${page}/commit/${commit.oid}`,
    author: commit.author,
    committer: commit.committer,
    message: commit.message,
    tree: { sha: commit.tree, url: `${git}/trees/${commit.tree}` },
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${git}/commits/${sha}`,
      html_url: `${page}/commit/${sha}`,
    })),
    verification: verificationBody(repository, commit),
  }
}

/** GitHub's `commit`: the same object with accounts and links. */
export function commitBody(world: World, repository: Repository, commit: CommitObject) {
  const { message, author, committer, tree, ...rest } = gitCommitBody(world, repository, commit)
  const url = `${apiUrl(world, repository)}/commits/${commit.oid}`
  return {
    sha: commit.oid,
    node_id: rest.node_id,
    url,
    html_url: rest.html_url,
    comments_url: `${url}/comments`,
    commit: {
      url: rest.url,
      message,
      author,
      committer,
      tree,
      comment_count: 0,
      verification: rest.verification,
    },
    author: accountOf(world, commit.author),
    committer: accountOf(world, commit.committer),
    parents: rest.parents.map((parent) => ({
      ...parent,
      url: `${apiUrl(world, repository)}/commits/${parent.sha}`,
    })),
  }
}

/** GitHub's `git-tag`. */
export function tagBody(world: World, repository: Repository, tag: TagObject) {
  const git = `${apiUrl(world, repository)}/git`
  return {
    node_id: nodeId('Tag', tag.oid),
    sha: tag.oid,
    tag: tag.name,
    url: `${git}/tags/${tag.oid}`,
    message: tag.message,
    tagger: tag.tagger,
    object: {
      sha: tag.target,
      type: tag.targetType,
      url: `${git}/${tag.targetType}s/${tag.target}`,
    },
    verification: unsigned,
  }
}

/** The author line of an account, with GitHub's private address. */
export function identityOf(world: World, login: string): Identity {
  const email = `${world.accountId(login)}+${login}@users.noreply.github.com`
  return { name: login, email, date: world.now() }
}

/** GitHub itself, which commits what is made by its API. */
export function webFlow(world: World): Identity {
  return { name: 'GitHub', email: 'noreply@github.com', date: world.now() }
}

const unsigned = {
  verified: false,
  reason: 'unsigned',
  payload: null,
  signature: null,
  verified_at: null,
}

function verificationBody(repository: Repository, commit: CommitObject) {
  if (!repository.signedCommits.has(commit.oid)) return unsigned
  return { ...unsigned, verified: true, reason: 'valid', verified_at: commit.committer.date }
}

function accountOf(world: World, identity: Identity) {
  const login = /^\d+\+(.+)@users\.noreply\.github\.com$/.exec(identity.email)?.[1]
  return login === undefined ? null : userBody(world, login)
}
