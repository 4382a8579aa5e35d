import { spawn } from 'node:child_process'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { gitEnvironment } from '../git/run.ts'

/** One request of git's smart protocol. */
export interface BackendCall {
  readonly gitDir: string
  readonly service: 'info/refs' | 'git-upload-pack' | 'git-receive-pack'
  readonly request: Request
  readonly user: string
  /** Environment of the hooks. */
  readonly hook: Readonly<Record<string, string>>
}

const hooks = join(import.meta.dirname, 'hooks')

/** Lets the real `git http-backend` answer, as a web server does by CGI. */
export async function runBackend(call: BackendCall): Promise<Response> {
  const child = spawn('git', ['http-backend'], {
    env: gitEnvironment(cgiEnvironment(call)),
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const { body } = call.request
  const sending = body ? Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]) : []
  // A client that goes away ends the input; git then ends by itself.
  pipeline(sending, child.stdin).catch(() => child.stdin.destroy())
  const output: Buffer[] = []
  for await (const chunk of child.stdout) output.push(chunk)
  return readCgi(Buffer.concat(output))
}

function cgiEnvironment({ gitDir, service, request, user, hook }: BackendCall) {
  const header = (name: string) => request.headers.get(name) ?? ''
  return {
    GIT_PROJECT_ROOT: dirname(gitDir),
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: `/${basename(gitDir)}/${service}`,
    QUERY_STRING: new URL(request.url).search.slice(1),
    REQUEST_METHOD: request.method,
    CONTENT_TYPE: header('content-type'),
    HTTP_CONTENT_ENCODING: header('content-encoding'),
    GIT_PROTOCOL: header('git-protocol'),
    REMOTE_USER: user || 'anonymous',
    // Set for this process only: the repository itself stays as it is.
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: 'http.receivepack',
    GIT_CONFIG_VALUE_0: 'true',
    GIT_CONFIG_KEY_1: 'core.hooksPath',
    GIT_CONFIG_VALUE_1: hooks,
    ...hook,
  }
}

/** The answer of a CGI program: header lines, an empty line, the body. */
function readCgi(output: Buffer): Response {
  const end = output.indexOf('\r\n\r\n')
  if (end === -1) return new Response('git http-backend gave no answer', { status: 500 })
  const lines = output.subarray(0, end).toString('latin1').split('\r\n')
  const headers = new Headers()
  let status = 200
  for (const line of lines) {
    const colon = line.indexOf(':')
    const [name, value] = [line.slice(0, colon), line.slice(colon + 1).trim()]
    if (name === 'Status') status = Number.parseInt(value, 10)
    else headers.append(name, value)
  }
  return new Response(Buffer.from(output.subarray(end + 4)), { status, headers })
}
