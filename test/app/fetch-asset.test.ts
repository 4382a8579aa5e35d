import { readFileSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { sha256 } from '../../src/adapters/digest.ts'
import { jobFiles } from '../../src/adapters/files/job-files.ts'
import { fetchAsset } from '../../src/app/fetch-asset.ts'
import { loadConfig } from '../../src/domain/config/load.ts'
import type { ReleaseAsset, Releases } from '../../src/ports/releases.ts'

const config = loadConfig(
  `product: client
tag-prefix: client-v
objectives: none
artefacts:
  - {kind: release-asset, name: 'app-{version}.tgz', checksums: 'sums-{version}.txt'}
`,
  '',
)
const NAME = 'app-1.0.0.tgz'
const sum = sha256('bytes').slice('sha256:'.length)

/** One release, tag client-v1.0.0, with text files; `change` alters what is said of the asset. */
function releasesWith(files: Record<string, string>, change: Partial<ReleaseAsset> = {}): Releases {
  const encode = (text: string) => new TextEncoder().encode(text)
  const assets = Object.entries(files).map(([name, text], id) => ({
    id,
    name,
    size: encode(text).length,
    state: 'uploaded',
    digest: '',
    ...(name === NAME ? change : {}),
  }))
  const release = {
    id: 1,
    tag: 'client-v1.0.0',
    draft: true,
    prerelease: false,
    immutable: false,
    url: '',
    uploadUrl: '',
    assets,
  }
  const never = () => Promise.reject(new Error('nothing is written here'))
  return {
    byTag: async (tag) => (tag === release.tag ? release : undefined),
    now: never,
    published: async () => [],
    download: async ({ name }) => encode(files[name] ?? ''),
    measure: never,
    upload: never,
    remove: never,
    publish: never,
  }
}

async function fetched(releases: Releases, name = 'app-{version}.tgz', version = '1.0.0') {
  const folder = await mkdtemp(join(tmpdir(), 'fetch-'))
  try {
    const files = jobFiles({ workspace: folder, temp: folder })
    const asset = await fetchAsset(name, version, config, { releases, files, digest: sha256 })
    return { ...asset, text: readFileSync(asset.path, 'utf8') }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('a verified asset lies in a file of its own name', async () => {
  const files = { [NAME]: 'bytes', 'sums-1.0.0.txt': `${sum}  ${NAME}\n` }
  const asset = await fetched(releasesWith(files, { digest: `sha256:${sum}` }))
  expect(asset).toMatchObject({ name: NAME, sha256: sum, bytes: 5, text: 'bytes' })
  expect(basename(asset.path)).toBe(NAME)
})

test.each([
  ['another digest in the checksums', { digest: '' }, 'other', 'of its checksums line'],
  ['another digest at GitHub', { digest: sha256('other') }, 'bytes', 'that GitHub says'],
  ['another size', { size: 6 }, 'bytes', 'has 5 bytes, not 6'],
  ['half an upload', { state: 'starter' }, 'bytes', 'is starter, not uploaded'],
])('%s is a bad asset', async (_name, change, listed, message) => {
  const line = `${sha256(listed).slice('sha256:'.length)}  ${NAME}\n`
  const releases = releasesWith({ [NAME]: 'bytes', 'sums-1.0.0.txt': line }, change)
  await expect(fetched(releases)).rejects.toMatchObject({
    code: 'bad-asset',
    message: expect.stringContaining(message),
  })
})

test('what is not declared or not released is named', async () => {
  await expect(fetched(releasesWith({}), 'other.tgz')).rejects.toMatchObject({
    code: 'absent',
    message: 'the asset other.tgz is not declared',
  })
  await expect(fetched(releasesWith({}), undefined, '2.0.0')).rejects.toMatchObject({
    code: 'absent',
    message: 'there is no release client-v2.0.0',
  })
})
