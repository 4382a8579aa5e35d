import { createHash } from 'node:crypto'
import type { LargeFile } from './large-file.ts'
import { json, type Server, serve } from './server.ts'

/** A draft release with files. */
export interface FakeRelease {
  readonly tag: string
  readonly files: Readonly<Record<string, string | LargeFile>>
}

/**
 * As much of GitHub as actions need that only read: the repository, the config on its default branch, releases and
 * their assets. `config` is the text of `.github/release-actions.yml`; undefined: there is none.
 */
export function fakeGitHub(
  config: string | undefined,
  releases: readonly FakeRelease[] = [],
): Promise<Server> {
  const repo = '/repos/acme/checkout-service'
  return serve(({ url, headers }, response) => {
    const path = url.split('?')[0] ?? ''
    const answers: Readonly<Record<string, unknown>> = {
      [repo]: { default_branch: 'main' },
      [`${repo}/contents/.github/release-actions.yml`]:
        config === undefined ? undefined : file(config),
      [`${repo}/releases`]: releases.map((r, i) => release(r, i, headers.host ?? '')),
    }
    const asset = assetAt(path, releases)
    if (typeof asset === 'string') response.end(asset)
    else if (asset !== undefined) asset.send(response)
    else if (answers[path] !== undefined) json(response, answers[path])
    else json(response, { message: 'Not Found' }, 404)
  })
}

function file(text: string) {
  return { type: 'file', encoding: 'base64', content: Buffer.from(text).toString('base64') }
}

/** Asset ids tell release and file: 203 is the fourth file of the second release. */
function assetAt(path: string, releases: readonly FakeRelease[]) {
  const id = Number(/\/releases\/assets\/(\d+)$/.exec(path)?.[1] ?? Number.NaN)
  return Object.values(releases[Math.floor(id / 100) - 1]?.files ?? {})[id % 100]
}

function release({ tag, files }: FakeRelease, index: number, host: string) {
  return {
    id: index + 1,
    tag_name: tag,
    draft: true,
    prerelease: false,
    html_url: `http://${host}/releases/${tag}`,
    upload_url: `http://${host}/uploads/${index}{?name,label}`,
    assets: Object.entries(files).map(([name, file], i) => {
      const { size, sha256 } = typeof file === 'string' ? measured(file) : file
      const id = (index + 1) * 100 + i
      return { id, name, size, state: 'uploaded', digest: `sha256:${sha256}` }
    }),
  }
}

function measured(text: string) {
  return { size: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') }
}
