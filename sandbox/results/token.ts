import { createHmac, timingSafeEqual } from 'node:crypto'

/** Whom a runtime token belongs to: the run and the job that it was made for. */
export interface Owner {
  readonly runId: string
  readonly jobId: string
}

const scopePattern = /^Actions\.Results:([^:]+):([^:]+)$/

/** Makes a runtime token: a JWT (HS256) whose scope names run and job, as GitHub's does. */
export function makeRuntimeToken(key: Uint8Array, { runId, jobId }: Owner): string {
  const header = encode({ typ: 'JWT', alg: 'HS256' })
  const claims = encode({ scp: `Actions.Results:${runId}:${jobId}` })
  return `${header}.${claims}.${sign(key, `${header}.${claims}`)}`
}

/** The owner of a token; undefined when it is not one of ours. */
export function readRuntimeToken(key: Uint8Array, token: string): Owner | undefined {
  const [header = '', claims = '', signature = ''] = token.split('.')
  if (!isSame(signature, sign(key, `${header}.${claims}`))) return undefined
  const { scp }: { scp: string } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'))
  const [, runId, jobId] = scopePattern.exec(scp) ?? []
  return runId === undefined || jobId === undefined ? undefined : { runId, jobId }
}

/** A signature in an address: it opens one blob for one purpose. */
export function signBlob(key: Uint8Array, purpose: 'read' | 'write', id: number): string {
  return sign(key, `${purpose}:${id}`)
}

/** Whether two signatures are equal, without telling where they differ. */
export function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}

function sign(key: Uint8Array, text: string) {
  return createHmac('sha256', key).update(text).digest('base64url')
}

function encode(value: object) {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
