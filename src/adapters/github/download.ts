import { Failure } from '../../domain/failure.ts'
import type { Measured } from '../../domain/release/measured.ts'
import type { Http, HttpRequest } from '../../ports/http.ts'
import type { ReleaseAsset } from '../../ports/releases.ts'
import { type Hashing, hashing } from '../digest.ts'
import type { Target } from './client.ts'

/** Milliseconds for the bytes, which may be many. */
const TRANSFER_MS = 50_000

type Access = Target & { readonly token: string }

/**
 * Bytes of a release asset. GitHub answers with a redirect to a storage host: the token is not sent there.
 * @throws Failure `bad-asset` when the asset is not complete or the bytes are not those of its size and digest;
 * `bad-answer` when GitHub does not give them.
 */
export async function downloadAsset(
  asset: ReleaseAsset,
  http: Http,
  access: Access,
): Promise<Uint8Array> {
  const body = await ask(asset, http, access)
  const hash = hashing()
  hash.take(body)
  verified(asset, hash.done())
  return body
}

/** Size and digest of an asset, made while its bytes arrive. @throws Failure as `downloadAsset`. */
export async function measureAsset(
  asset: ReleaseAsset,
  http: Http,
  access: Access,
): Promise<Measured> {
  let hash: Hashing | undefined
  // A download that was cut is begun again, and so is its digest.
  await ask(asset, http, access, () => {
    hash = hashing()
    return hash.take
  })
  return verified(asset, (hash ?? hashing()).done())
}

async function ask(
  asset: ReleaseAsset,
  http: Http,
  access: Access,
  receiver?: HttpRequest['receiver'],
): Promise<Uint8Array> {
  if (asset.state !== 'uploaded')
    throw new Failure('bad-asset', `asset ${asset.name} is not complete`, 'Upload it again')
  const url = `${access.apiUrl}/repos/${access.owner}/${access.repo}/releases/assets/${asset.id}`
  const headers = { accept: 'application/octet-stream', 'user-agent': 'release-actions' }
  const asked = { method: 'GET', headers, ...(receiver && { receiver }) } as const
  const own = { ...headers, authorization: `token ${access.token}` }
  const first = await http.send({ ...asked, url, headers: own })
  const answer =
    first.status === 302
      ? await http.send({
          ...asked,
          url: storageOf(asset, first.headers.location, url),
          timeoutMs: TRANSFER_MS,
        })
      : first
  if (answer.status === 200) return answer.body
  throw new Failure(
    'bad-answer',
    `asset ${asset.name}: the download was answered with ${answer.status}`,
  )
}

/** User and password in the address would be sent there: GitHub signs in the query. */
function storageOf({ name }: ReleaseAsset, location: string | undefined, base: string): string {
  const target = URL.parse(location ?? '', base)
  if (!location || target === null || !/^https?:$/.test(target.protocol))
    throw new Failure('bad-answer', `asset ${name}: the download redirects to no address`)
  target.username = ''
  target.password = ''
  return target.href
}

function verified(asset: ReleaseAsset, found: Measured): Measured {
  const same = asset.digest === '' || asset.digest === `sha256:${found.sha256}`
  if (found.size === asset.size && same) return found
  throw new Failure(
    'bad-asset',
    `asset ${asset.name}: the bytes are not those of its size and digest`,
  )
}
