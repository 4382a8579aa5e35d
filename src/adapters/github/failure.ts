import { Failure } from '../../domain/failure.ts'
import { API_VERSION } from './api-version.ts'

const CODES: Record<number, string> = {
  401: 'unauthorised',
  403: 'forbidden',
  404: 'absent',
  409: 'conflict',
  410: 'gone',
  422: 'rejected',
  429: 'rate-limited',
}

const REMEDIES: Record<string, string> = {
  unauthorised: 'Give a valid token',
  absent: 'Check the name, and that the token may read it: GitHub hides what a token may not see',
  'rate-limited': 'Try again after the limit has passed',
}

/** Turn what Octokit throws into one line: route, status, GitHub's own message, and the permission it asks for. */
export function githubFailure(error: unknown, route: string): Failure {
  const failure = causeOf(error)
  if (failure !== undefined) return failure
  const status = statusOf(error)
  if (status === undefined)
    return new Failure('unreachable', `GitHub could not be asked: ${route}`, '', { cause: error })
  const code = codeOf(status, error)
  const said = saying(error)
  return new Failure(code, `GitHub answered ${status} to ${route}${said}`, remedyFor(code, error), {
    cause: error,
  })
}

/** Of what is not there GitHub says so itself: a page that a proxy answers in its place says nothing about it. */
function codeOf(status: number, error: unknown): string {
  if ([404, 410].includes(status) && typeof messageIn(error) !== 'string') return 'bad-answer'
  return CODES[status] ?? (status >= 500 ? 'server-error' : 'rejected')
}

/** GitHub's own words in one line; a page of HTML says nothing. */
function saying(error: unknown): string {
  const isText = ['string', 'undefined'].includes(typeof messageIn(error))
  const text = error instanceof Error && isText ? error.message.trim() : ''
  if (text === '') return ''
  if (/^<|<html/i.test(text)) return ': a page instead of JSON'
  const line = text.replaceAll(/\s+/g, ' ').replace(/ - https:\S+$/, '')
  return `: ${line.slice(0, 300)}`
}

const messageIn = (error: unknown) => field(field(field(error, 'response'), 'data'), 'message')

function remedyFor(code: string, error: unknown): string {
  if (statusOf(error) === 400 && /api.version/i.test(String(messageIn(error))))
    return `The version ${API_VERSION} of its API is asked for: use a GitHub that speaks it`
  const wanted = acceptedPermissions(error)
  if (code === 'forbidden' && wanted !== '') return `Grant the job ${wanted.replaceAll('=', ': ')}`
  return REMEDIES[code] ?? ''
}

function acceptedPermissions(error: unknown): string {
  const headers = field(field(error, 'response'), 'headers')
  const value = field(headers, 'x-accepted-github-permissions')
  return typeof value === 'string' && /^[\w=;,\s-]{1,200}$/.test(value) ? value : ''
}

/** The transport's own failure, which Octokit wraps as a status 500. */
function causeOf(error: unknown): Failure | undefined {
  if (error instanceof Failure) return error
  const cause = field(error, 'cause')
  return cause instanceof Failure ? cause : undefined
}

function statusOf(error: unknown): number | undefined {
  const status = field(error, 'status')
  return typeof status === 'number' ? status : undefined
}

export function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined
}
