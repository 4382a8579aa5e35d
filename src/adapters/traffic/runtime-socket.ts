import { connect, type NetConnectOpts } from 'node:net'
import { Failure } from '../../domain/failure.ts'

const TIMEOUT_MS = 5000
const LARGEST = 64 * 1024

/**
 * Send one line to a HAProxy runtime API and read its answer: it closes the connection after each line.
 * @param socket `tcp://host:port` or `unix:/path`.
 * @throws Failure `connection`, `timeout`, `too-large`.
 */
export function askRuntime(socket: string, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const peer = connect(address(socket), () => peer.write(`${line}\n`))
    const fail = (failure: Failure) => {
      peer.destroy()
      reject(failure)
    }
    peer.setEncoding('utf8')
    peer.setTimeout(TIMEOUT_MS, () =>
      fail(new Failure('timeout', 'the HAProxy runtime API did not answer in time')),
    )
    peer.on('data', (chunk: string) => {
      text += chunk
      if (text.length > LARGEST)
        fail(
          new Failure('too-large', 'the answer of the HAProxy runtime API is larger than 64 KiB'),
        )
    })
    peer.on('error', (error) => fail(unreachable(error)))
    peer.on('end', () => resolve(text))
  })
}

function address(socket: string): NetConnectOpts {
  if (socket.startsWith('unix:')) return { path: socket.slice('unix:'.length) }
  const url = URL.canParse(socket) ? new URL(socket) : undefined
  const port = Number(url?.port)
  if (url === undefined || !(port > 0))
    throw new Failure('bad-config', 'traffic.socket must be tcp://host:port or unix:/path')
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port }
}

function unreachable(error: Error): Failure {
  const code = 'code' in error ? ` (${String(error.code)})` : ''
  const remedy = 'Check traffic.socket and that HAProxy is up'
  return new Failure(
    'connection',
    `the HAProxy runtime API: the connection failed${code}`,
    remedy,
    {
      cause: error,
    },
  )
}
