import { Failure } from '../../domain/failure.ts'
import type { Http, HttpAnswer } from '../../ports/http.ts'
import type { ImageName, ImageRegistry } from '../../ports/image-registry.ts'
import { sha256 } from '../digest.ts'
import { authorization, type Login, type Pull, refused } from './credentials.ts'

/** Every form of manifest that a digest may name: of one platform or of several, by the OCI or by Docker. */
const MANIFESTS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ')

/** A registry asked over its own API. @param mask The runner hides this text from now on. */
export function ociRegistry(
  http: Http,
  login: Login | undefined,
  mask: (secret: string) => void,
): ImageRegistry {
  return {
    async manifestSize(image, digest) {
      const pull = pullOf(image)
      const url = `${pull.origin}/v2/${pull.repository}/manifests/${digest}`
      const ask = (headers: Readonly<Record<string, string>>) =>
        http.send({ method: 'GET', url, headers: { accept: MANIFESTS, ...headers } })
      const first = await ask({})
      const header =
        first.status === 401 ? await authorization(first, pull, login, { http, mask }) : undefined
      const answer = header === undefined ? first : await ask({ authorization: header })
      if (answer.status === 404) return undefined
      if (answer.status !== 200) throw refused(answer, new URL(url).host)
      return sizeOf(answer, digest, new URL(url).host)
    },
  }
}

function pullOf({ name, registry, 'token-origin': tokenOrigin }: ImageName): Pull {
  const slash = name.indexOf('/')
  const origin = registry?.replace(/\/+$/, '') ?? `https://${name.slice(0, slash)}`
  return { origin, tokenOrigin, repository: name.slice(slash + 1) }
}

/** Whoever stands between may answer anything: the bytes themselves are hashed. */
function sizeOf({ body, headers }: HttpAnswer, digest: string, host: string): number {
  const said = headers['docker-content-digest'] ?? digest
  if (said === digest && sha256(body) === digest) return body.length
  throw new Failure('bad-answer', `${host} answers ${digest} with other bytes`)
}
