import { parseDuration } from '../domain/config/duration.ts'
import type { Check, CommandSecret } from '../domain/config/smoke.ts'
import { Failure, failureLine } from '../domain/failure.ts'
import type { Evidence } from '../domain/judging/verdict.ts'
import { fill } from '../domain/release/template.ts'
import { lastLine } from '../domain/report/last-line.ts'
import { concealing } from '../domain/secret-spellings.ts'
import type { DepthLimits } from '../domain/smoke/depth.ts'
import { type HttpCheck, judgeHttp } from '../domain/smoke/http-check.ts'
import { judgeLoad } from '../domain/smoke/load.ts'
import type { Clock } from '../ports/clock.ts'
import type { Command, CommandResult } from '../ports/command.ts'
import type { Http, HttpAnswer, HttpRequest } from '../ports/http.ts'
import { sendLoad } from './send-load.ts'

type CommandCheck = Extract<Check, { kind: 'command' }>

/** No request takes longer; a check's own limit is held against the answer. */
const TIMEOUT_MS = 30_000
const ATTEMPTS = 3
const PAUSE_MS = 500

/** Values by name. Each goes to the commands that ask for it, and into no report. */
export type Secrets = Partial<Readonly<Record<CommandSecret, string>>>

export interface CheckContext {
  readonly version: string
  /** The version that an emergency release gets; undefined where none is made. */
  readonly next: string | undefined
  /** Secrets that a command may ask for, by name. */
  readonly secrets: Secrets
  /** Base URL of the slot under test. */
  readonly slotUrl: string | undefined
  /** Limits of the depth; undefined without one. */
  readonly limits: DepthLimits | undefined
}

export interface CheckPorts {
  readonly http: Http
  readonly command: Command
  readonly clock: Clock
}

/** Run one check. Whatever happens becomes evidence: a check that could not run is inconclusive, never absent. */
export async function runCheck(
  check: Check,
  context: CheckContext,
  ports: CheckPorts,
): Promise<readonly Evidence[]> {
  try {
    if (context.next === undefined && JSON.stringify(check).includes('{next-version}'))
      throw new Failure('absent', 'the check needs {next-version} and there is none')
    if (check.kind === 'http') return [await httpCheck(check, context, ports)]
    if (check.kind === 'command') return [await commandCheck(check, context, ports)]
    return await loadCheck(check, context, ports)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return [notRun(check.name, failureLine(error))]
  }
}

/** Evidence of a check that did not run. */
export function notRun(name: string, reason: string): Evidence {
  return { name, verdict: 'inconclusive', question: '', answer: `not run: ${reason}`, limit: '' }
}

async function httpCheck(
  check: HttpCheck,
  context: CheckContext,
  ports: CheckPorts,
): Promise<Evidence> {
  const values = placeholders(context)
  const request = requestOf(check, context, check.url)
  const question = `${request.method} ${request.url}`
  try {
    const { status, body, elapsedMs } = await sendPatiently(request, ports)
    const answer = { status, body: new TextDecoder().decode(body), elapsedMs }
    return judgeHttp(check, answer, question, values)
  } catch (error) {
    const own = error instanceof Failure && ['connection', 'timeout'].includes(error.code)
    if (!own) throw error
    return {
      name: check.name,
      verdict: 'fail',
      question,
      answer: error.message,
      limit: String(check.status),
    }
  }
}

/** A GET that found nobody is asked again, at most twice; an answer always stands, whatever it is. */
async function sendPatiently(
  request: HttpRequest,
  { http, clock }: CheckPorts,
): Promise<HttpAnswer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await http.send(request)
    } catch (error) {
      const lost = error instanceof Failure && error.code === 'connection'
      if (!lost || request.method !== 'GET' || attempt === ATTEMPTS) throw error
      await clock.sleep(PAUSE_MS * attempt)
    }
  }
}

async function commandCheck(
  check: CommandCheck,
  context: CheckContext,
  { command }: CheckPorts,
): Promise<Evidence> {
  if (context.slotUrl === undefined && check.argv.some((part) => part.includes('{slot-url}')))
    throw needsTarget()
  const argv = check.argv.map((part) => fill(part, placeholders(context)))
  const question = argv.join(' ')
  try {
    const timeoutMs = parseDuration(check.timeout) ?? 300_000
    const env = secretsOf(check, context)
    const result = await command.run(argv, { timeoutMs, env })
    return judgeCommand(check, { ...result, stderr: without(env, result.stderr) }, question)
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'timeout') throw error
    const { name, timeout: limit } = check
    return { name, verdict: 'fail', question, answer: error.message, limit }
  }
}

function secretsOf({ secrets }: CommandCheck, context: CheckContext): Record<string, string> {
  const given = secrets.map((name) => [name, context.secrets[name]] as const)
  return Object.fromEntries(given.filter((pair): pair is [CommandSecret, string] => !!pair[1]))
}

/** What a command prints is shown to people: its secrets are taken out of it. */
function without(secrets: Readonly<Record<string, string>>, text: string): string {
  return Object.entries(secrets).reduce(
    (all, [name, value]) => concealing([value])(all.replaceAll(value, name)),
    text,
  )
}

function judgeCommand(check: CommandCheck, result: CommandResult, question: string): Evidence {
  const limitMs = parseDuration(check['max-duration'] ?? '') ?? Number.POSITIVE_INFINITY
  const ended = `exit ${result.exit ?? 'by a signal'} after ${result.elapsedMs} ms`
  return {
    name: check.name,
    verdict: result.exit === 0 && result.elapsedMs <= limitMs ? 'pass' : 'fail',
    question,
    answer: result.exit === 0 ? ended : `${ended}: ${lastLine(result.stderr)}`,
    limit: limitMs === Number.POSITIVE_INFINITY ? 'exit 0' : `exit 0 within ${limitMs} ms`,
  }
}

async function loadCheck(
  check: Extract<Check, { kind: 'load' }>,
  context: CheckContext,
  ports: CheckPorts,
): Promise<readonly Evidence[]> {
  const { limits } = context
  if (limits === undefined) throw new Failure('absent', 'a load check needs a depth')
  const request = requestOf(check, context, undefined)
  const question = `${request.method} ${request.url}, ${limits.users} users`
  return judgeLoad(check.name, await sendLoad(request, limits, ports), limits, question)
}

function requestOf(
  check: Extract<Check, { kind: 'http' | 'load' }>,
  context: CheckContext,
  absolute: string | undefined,
): HttpRequest {
  const values = placeholders(context)
  if (absolute === undefined && context.slotUrl === undefined) throw needsTarget()
  const url = absolute ?? `${context.slotUrl}${check.path}`
  const headers = Object.entries(check.headers).map(([k, v]) => [k, fill(v, values)])
  return {
    method: check.method,
    url: fill(url, values),
    headers: Object.fromEntries(headers),
    timeoutMs: TIMEOUT_MS,
    ...(check.body === undefined ? {} : { body: fill(check.body, values) }),
  }
}

function placeholders({ version, next, slotUrl }: CheckContext): Readonly<Record<string, string>> {
  return {
    version,
    ...(next === undefined ? {} : { 'next-version': next }),
    ...(slotUrl === undefined ? {} : { 'slot-url': slotUrl }),
  }
}

function needsTarget(): Failure {
  return new Failure('absent', 'the check addresses a slot and there is no target')
}
