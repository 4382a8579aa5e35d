import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type GitHub, type Permissions, startGitHub } from '../../sandbox/github/index.ts'
import { configRepository } from './config-repository.ts'

export const REPOSITORY = 'acme/checkout-service'

/** A repository with its config on the sandbox's GitHub. `await using` ends it. */
export interface Consumer extends AsyncDisposable {
  readonly github: GitHub
  /** The checkout, for GITHUB_WORKSPACE. */
  readonly workspace: string
  /** GitHub's time is so long after the real one from now on, milliseconds. */
  setTime(ms: number): void
  /** Its one commit. */
  readonly head: string
  /** The bare repository. */
  readonly gitDir: string
  token(permissions: Permissions): string
  /** Make a release with text files; a draft unless it is said to be published. */
  release(tag: string, files: Readonly<Record<string, string>>, published?: boolean): Promise<void>
  /** Store other bytes of the same length for an asset, under the old digest. */
  spoil(tag: string, name: string): void
}

/** `config` is the text of `.github/release-actions.yml`; the tags are at its one commit. */
export async function consumer(config: string, tags: readonly string[] = []): Promise<Consumer> {
  const root = mkdtempSync(join(tmpdir(), 'consumer-'))
  const { workspace, gitDir, head } = configRepository(root, config, tags)
  const collaborators = { nina: 'write' } as const
  const repositories = [{ fullName: REPOSITORY, gitDir, defaultBranch: 'main', collaborators }]
  let off = 0
  const clock = () => new Date(Date.now() + off)
  const github = await startGitHub({ repositories, clock })
  const writer = github.issueToken({ permissions: { contents: 'write' } })
  return {
    github,
    workspace,
    head,
    gitDir,
    setTime(ms) {
      off = ms
    },
    token: (permissions) => github.issueToken({ permissions }),
    release: (tag, files, published = false) => release(github, writer, tag, files, published),
    spoil: (tag, name) => spoil(github, tag, name),
    async [Symbol.asyncDispose]() {
      await github.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** Files by name → text, with the file SHA256SUMS over all of them. */
export function withChecksums(files: Readonly<Record<string, string>>): Record<string, string> {
  const lines = Object.entries(files).map(([name, text]) => `${sha256(text)}  ${name}\n`)
  return { ...files, SHA256SUMS: lines.join('') }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

async function release(
  github: GitHub,
  token: string,
  tag: string,
  files: Readonly<Record<string, string>>,
  published: boolean,
): Promise<void> {
  const send = async (url: string, method: string, body: string, type = 'application/json') => {
    const headers = { authorization: `token ${token}`, 'content-type': type }
    const answer = await fetch(url, { method, headers, body })
    if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as { readonly url: string; readonly upload_url: string }
  }
  const releases = `${github.url}/repos/${REPOSITORY}/releases`
  const draft = JSON.stringify({ tag_name: tag, target_commitish: 'main', draft: true })
  const { url, upload_url } = await send(releases, 'POST', draft)
  const upload = upload_url.replace(/\{.*\}$/, '')
  for (const [name, text] of Object.entries(files))
    await send(`${upload}?name=${encodeURIComponent(name)}`, 'POST', text, 'application/gzip')
  if (published) await send(url, 'PATCH', '{"draft":false}')
}

function spoil(github: GitHub, tag: string, name: string): void {
  const assets = github.releases(REPOSITORY).find((r) => r.tagName === tag)?.assets ?? []
  const at = assets.findIndex((a) => a.name === name)
  const asset = assets[at]
  if (asset === undefined) throw new Error(`release ${tag} has no asset ${name}`)
  assets[at] = { ...asset, bytes: asset.bytes.map((byte) => byte ^ 1) }
}
