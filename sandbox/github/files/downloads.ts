import { seenFrom } from '../addresses.ts'
import type { Http } from '../dispatch.ts'
import { toResponse } from '../exchange.ts'
import { refuse } from '../refusal.ts'
import { type Answer, found } from '../route.ts'
import type { Asset, Release, Repository } from '../store.ts'
import { findRepository, type World } from '../world.ts'
import { jobLog, runLog } from './logs.ts'
import { type FileKind, signature, signedUrl } from './signed.ts'

/** The pages and the storage that hand out files, by path. */
export const downloadRoutes: Readonly<
  Record<string, (world: World, http: Http) => Response | Promise<Response>>
> = {
  '/_files/:kind{assets|jobs|runs|artifacts}/:id': handOut,
  '/:owner/:repo/releases/download/:tag/:name': redirectToAsset,
  '/:owner/:repo/raw/:path{.+}': rawFile,
}

const readers: Readonly<Record<FileKind, (world: World, id: string) => Answer | Promise<Answer>>> =
  {
    assets: (world, id) => readAsset(world, Number(id)),
    jobs: (world, id) => {
      const jobs = runs(world).flatMap((run) => run.attempts.flatMap((each) => each.jobs))
      return text(jobLog(found(jobs.find((each) => each.id === Number(id)))))
    },
    runs: (world, id) => {
      const [run, attempt] = id.split('-').map(Number)
      const known = runs(world).find((each) => each.id === run)?.attempts
      return zipped(runLog(found(known?.find(({ number }) => number === attempt))), 'logs')
    },
    artifacts: async (world, id) => {
      const artifact = found(world.artifacts?.artifacts().find((each) => each.id === Number(id)))
      const bytes = await found(world.artifacts).read(artifact.name)
      return zipped(bytes, artifact.name)
    },
  }

/** The storage's answer: the bytes, for who has the signature. */
async function handOut(world: World, http: Http): Promise<Response> {
  const { kind, id } = http.req.param() as { kind: FileKind; id: string }
  if (http.req.query('sig') !== signature(world, kind, id)) {
    return refuse(403, 'Signature does not match')
  }
  return toResponse(await readers[kind](world, id))
}

/** The download address of an asset's page: it leads to the storage. */
function redirectToAsset(world: World, http: Http): Response {
  const { tag = '', name = '' } = http.req.param() as Record<string, string>
  const repository = publicRepository(world, http)
  const release = repository.releases.find((each) => each.tagName === tag && !each.draft)
  const asset = found(release?.assets.find((each) => each.name === name && isWhole(each)))
  const location = signedUrl(seenFrom(world, new URL(http.req.url).host), 'assets', asset.id)
  return toResponse({ status: 302, headers: { location } })
}

/** A file of a branch, tag or commit; refs may hold slashes, so the longest that exists counts. */
async function rawFile(world: World, http: Http): Promise<Response> {
  const { git } = publicRepository(world, http)
  const parts = (http.req.param('path') ?? '').split('/')
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const commit = await git.commitOf(parts.slice(0, length).join('/'))
    const oid = commit && (await git.objectAt(`${commit}:${parts.slice(length).join('/')}`))
    if (oid !== undefined && oid !== '') return toResponse(text(await git.blob(oid)))
  }
  return refuse(404, 'Not Found')
}

function publicRepository(world: World, http: Http): Repository {
  const { owner = '', repo = '' } = http.req.param() as Record<string, string>
  const repository = found(findRepository(world, `${owner}/${repo}`))
  return repository.private ? refuse(404, 'Not Found') : repository
}

function readAsset(world: World, id: number): Answer {
  const all = world.repositories.flatMap((each) => each.releases)
  const asset = found(all.flatMap((each) => each.assets).find((each) => each.id === id))
  asset.downloads += 1
  const headers = {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${asset.name}"`,
  }
  return { status: 200, bytes: asset.bytes, headers }
}

/** An asset of a repository with its release. */
export function findAsset(
  repository: Repository,
  id: number,
): { asset: Asset; release: Release } | undefined {
  for (const release of repository.releases) {
    const asset = release.assets.find((each) => each.id === id)
    if (asset !== undefined) return { asset, release }
  }
  return undefined
}

/** Whether all bytes of an asset have arrived. */
export function isWhole(asset: Asset): boolean {
  return asset.state === 'uploaded'
}

function runs(world: World) {
  return world.repositories.flatMap((each) => [...each.runs.values()])
}

function text(bytes: Uint8Array): Answer {
  return { status: 200, bytes, headers: { 'content-type': 'text/plain; charset=utf-8' } }
}

function zipped(bytes: Uint8Array, name: string): Answer {
  const file = encodeURIComponent(`${name}.zip`)
  const headers = {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename*=UTF-8''${file}`,
  }
  return { status: 200, bytes, headers }
}
