/** Asks Sentry's REST API about one release: the command line tool exits with 1 for absent, unauthorised and down alike. */
import { Buffer } from 'node:buffer'
import { setTimeout as pause } from 'node:timers/promises'

const TIMEOUT_MS = 10_000
const LARGEST = 1024 * 1024
const PAUSES_MS = [1000, 2000]
const CHECK_URL =
  'check the input url: organisations live at sentry.io, us.sentry.io or de.sentry.io'
const SAID = {
  401: 'check the secret SENTRY_AUTH_TOKEN and its region (input url)',
  403: 'give the token the scope org:ci or project:releases in this organisation',
  404: `that is not Sentry's own; ${CHECK_URL}`,
  429: 'try again after the limit has passed',
}

/** Path of the release below the address of Sentry. */
export const pathOf = ({ organization, release }) =>
  `/api/0/organizations/${organization}/releases/${encodeURIComponent(release)}/`

/**
 * `{ projects, released }` of the release, or `absent`, or `problem`: why Sentry could not say. A server error and a lost
 * connection are asked again, twice.
 */
export async function askRelease(request) {
  for (const wait of PAUSES_MS) {
    const answer = await askOnce(request)
    if (!answer.again) return answer
    await pause(wait)
  }
  return askOnce(request)
}

async function askOnce(request) {
  try {
    const answer = await fetch(`${request.url}${pathOf(request)}`, {
      headers: { accept: 'application/json', authorization: `Bearer ${request.token}` },
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return read(answer.status, jsonOf(await bounded(answer.body)), request.release)
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError'
    const problem = late ? 'Sentry did not answer within 10 s' : 'Sentry cannot be reached'
    return { problem: `${problem}; ${CHECK_URL}`, again: true }
  }
}

/** Not much more than the first MiB, as text: a release is far smaller, and a page cut there is no JSON. */
async function bounded(body) {
  const parts = []
  let size = 0
  for await (const part of body ?? []) {
    parts.push(part)
    size += part.length
    if (size > LARGEST) break
  }
  return Buffer.concat(parts).toString('utf8')
}

function read(status, json, release) {
  if (status === 404 && json?.detail !== undefined) return { absent: true }
  if (status !== 200) {
    const remedy = SAID[status] ?? (status >= 500 ? 'try again later' : CHECK_URL)
    return { problem: `Sentry answered ${status}; ${remedy}`, again: status >= 500 }
  }
  const known = json?.version === release && Array.isArray(json.projects)
  if (!known) return { problem: `Sentry answered something that is no release; ${CHECK_URL}` }
  const projects = json.projects.map((project) => project?.slug)
  return { projects, released: typeof json.dateReleased === 'string' }
}

function jsonOf(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
