import { readFileSync } from 'node:fs'
import type { World } from '../world/index.ts'
import type { Population } from '../world/populate.ts'

interface Place {
  readonly population: Population
  readonly world: World
  readonly apiUrl: string
  readonly token: string
}

/**
 * What a consumer's build does before the pipeline: a draft release with tarball, wheel and checksums, the wheel on the
 * index, the release in Sentry. All of it by the interfaces that users have.
 */
export async function publishDraft(version: string, place: Place): Promise<void> {
  const built = await place.population.releases.build(version)
  const ask = asker(place)
  const repo = `${place.apiUrl}/repos/acme/checkout-service`
  const draft = await ask(`${repo}/releases`, {
    tag_name: `v${version}`,
    name: `checkout-service ${version}`,
    draft: true,
    prerelease: false,
  })
  const uploads = String(draft.upload_url).replace(/\{.*$/, '')
  const files = [
    [built.tarball.name, built.tarball.path],
    [built.wheel.name, built.wheel.path],
    ['SHA256SUMS', built.sums],
  ] as const
  for (const [name, path] of files)
    await ask(`${uploads}?name=${encodeURIComponent(name)}`, readFileSync(path))
  place.world.index.publish(built.wheel.path)
  await releaseInSentry(version, place.world)
}

/** POST JSON or bytes as the person; anything but success is an error of the sandbox itself. */
function asker({ token }: Place) {
  return async (url: string, body: object | Buffer): Promise<Record<string, unknown>> => {
    const bytes = Buffer.isBuffer(body)
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `token ${token}`,
        'content-type': bytes ? 'application/octet-stream' : 'application/json',
      },
      body: bytes ? new Uint8Array(body) : JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as Record<string, unknown>
  }
}

async function releaseInSentry(version: string, { sentry, urls }: World): Promise<void> {
  const answer = await fetch(`${urls.sentry}/api/0/organizations/${sentry.org}/releases/`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sentry.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ version: `checkout-service@${version}`, projects: sentry.projects },
      dateReleased: new Date().toISOString(),
    }),
  })
  if (!answer.ok) throw new Error(`Sentry answered ${answer.status}`)
}
