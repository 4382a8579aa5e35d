// node deploy/release.mjs VERSION SLOT TARBALL
// Has the platform run the tarball in the slot, which must have no traffic, and waits until the slot
// says that it is this version.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { askPlatform, command } from './platform.mjs'

const WAIT_MS = 15_000

async function versionAt(url) {
  try {
    const answer = await fetch(new URL('/healthz', url), { signal: AbortSignal.timeout(2_000) })
    return answer.ok ? (await answer.json()).version : `status ${answer.status}`
  } catch {
    return 'no answer'
  }
}

async function untilHealthy(url, version) {
  const end = Date.now() + WAIT_MS
  let seen = await versionAt(url)
  while (seen !== version && Date.now() < end) {
    await sleep(200)
    seen = await versionAt(url)
  }
  if (seen !== version) throw new Error(`${url}/healthz says ${seen}, not ${version}`)
}

await command('release', async ([version, slot, tarball]) => {
  if (!tarball) throw new Error('usage: release.mjs VERSION SLOT TARBALL')
  const body = readFileSync(tarball)
  const { url } = await askPlatform('PUT', `/slots/${encodeURIComponent(slot)}`, {
    body,
    headers: {
      'content-type': 'application/gzip',
      'x-version': version,
      'x-sha256': createHash('sha256').update(body).digest('hex'),
    },
  })
  await untilHealthy(url, version)
  return `${version} runs in slot ${slot} at ${url}`
})
