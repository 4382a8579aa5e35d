import { Failure } from '../../domain/failure.ts'
import type { Http, HttpAnswer } from '../../ports/http.ts'
import type { ReleaseAsset } from '../../ports/releases.ts'
import { sha256 } from '../digest.ts'
import type { Target } from './client.ts'

/** Milliseconds for the bytes, which may be many. */
const TRANSFER_MS = 50_000

/**
 * Bytes of a release asset. GitHub answers with a redirect to a storage host: the token is not sent there.
 * @throws Failure `bad-asset` when the asset is not complete or the bytes are not those of its size and digest;
 * `bad-answer` when GitHub does not give them.
 */
export async function downloadAsset(
  asset: ReleaseAsset,
  http: Http,
  access: Target & { readonly token: string },
): Promise<Uint8Array> {
  if (asset.state !== 'uploaded')
    throw new Failure('bad-asset', `asset ${asset.name} is not complete`, 'Upload it again')
  const url = `${access.apiUrl}/repos/${access.owner}/${access.repo}/releases/assets/${asset.id}`
  const headers = { accept: 'application/octet-stream', 'user-agent': 'release-actions' }
  const first = await http.send({
    method: 'GET',
    url,
    headers: { ...headers, authorization: `token ${access.token}` },
  })
  const stored = { method: 'GET', headers, timeoutMs: TRANSFER_MS } as const
  const answer =
    first.status === 302
      ? await http.send({ ...stored, url: storageOf(asset, first.headers.location, url) })
      : first
  return verified(asset, answer)
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

function verified(asset: ReleaseAsset, answer: HttpAnswer): Uint8Array {
  if (answer.status !== 200)
    throw new Failure(
      'bad-answer',
      `asset ${asset.name}: the download was answered with ${answer.status}`,
    )
  const same = asset.digest === '' || asset.digest === sha256(answer.body)
  if (answer.body.length !== asset.size || !same)
    throw new Failure(
      'bad-asset',
      `asset ${asset.name}: the bytes are not those of its size and digest`,
    )
  return answer.body
}
