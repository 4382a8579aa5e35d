import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, jest, test } from '@jest/globals'
import { fakeGitHub } from '../../test/actions/fake-github.ts'
import { type Run, runAction } from '../../test/actions/run-action.ts'
import { index, verify, wheel } from '../../test/actions/verify-pypi-world.ts'

// The longest deadline here is that of a package page.
jest.setTimeout(180_000)

/** The gate with its Sentry at this address, which it gives ten seconds. */
async function gateAt(port: number): Promise<Run> {
  const sentry = `http://127.0.0.1:${port}`
  await using github = await fakeGitHub(`product: checkout
objectives: none
sentry: {url: '${sentry}', organization: acme, project: web}
allow-private: ['${sentry}']
`)
  const inputs = { version: '1.2.0', 'sentry-auth-token': 'x' }
  return await runAction('observability-gate', { github: github.url, inputs })
}

function expectLate(run: Run): void {
  expect([run.exit, run.outputs.verdict]).toEqual([1, 'inconclusive'])
  expect(run.outputs.reason).toMatch(/127\.0\.0\.1:\d+ did not answer in time/)
  expect(run.seconds).toBeGreaterThan(9)
  expect(run.seconds).toBeLessThan(40)
}

/** A server that takes no connection: its queue is full, and it never looks into it. */
const FULL = `
import socket, sys
server = socket.socket()
server.bind(('127.0.0.1', 0))
server.listen(0)
waiting = []
for _ in range(4):
    one = socket.socket()
    one.setblocking(False)
    one.connect_ex(server.getsockname())
    waiting.append(one)
print(server.getsockname()[1], flush=True)
sys.stdin.read()
`

test.concurrent('[C-27] a connection that is never taken ends at the deadline', async () => {
  const child = spawn('python3', ['-c', FULL], { stdio: ['pipe', 'pipe', 'inherit'] })
  try {
    const [port] = await once(child.stdout, 'data')
    expectLate(await gateAt(Number(port)))
  } finally {
    child.stdin.end()
    if (child.exitCode === null) await once(child, 'exit')
  }
})

test.concurrent('[C-27] a port where nobody listens is said at once', async () => {
  const run = await gateAt(1)
  expect(run.outputs.reason).toContain('the connection failed (ECONNREFUSED)')
})

/** Says one piece after the other, one every second, for ever. */
async function slowly(head: string, piece: string): Promise<Run> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.write(head)
    const timer = setInterval(() => socket.write(piece), 1000)
    socket.on('close', () => clearInterval(timer))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  try {
    return await gateAt(typeof address === 'object' ? (address?.port ?? 0) : 0)
  } finally {
    server.close()
    await once(server, 'close')
  }
}

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'

test.concurrent('[C-33] a header that comes byte by byte ends at the deadline', async () => {
  expectLate(await slowly('HTTP/1.1 200 OK\r\nx-slow: ', 'a'))
})

test.concurrent('[C-34] a body that comes byte by byte, or never ends, ends at the deadline', async () => {
  expectLate(await slowly(`${HEAD}content-length: 1000\r\n\r\n`, ' '))
  expectLate(await slowly(`${HEAD}transfer-encoding: chunked\r\n\r\n`, '1\r\n \r\n'))
})

test('[VP-38] a page of twenty megabytes is read, one without end is not', async () => {
  const others = Array.from({ length: 90_000 }, (_, i) => {
    const filename = `checkout_client-0.0.${i}-py3-none-any.whl`
    return { ...wheel, filename, url: `../../files/${'x'.repeat(60)}/${filename}` }
  })
  const run = await verify(index([...others, wheel]))
  expect(run.outputs.verdict).toBe('pass')
  const megabyte = Buffer.alloc(1_000_000, ' ')
  const cut = await verify((_, response) => {
    response.writeHead(200, { 'content-type': 'application/vnd.pypi.simple.v1+json' })
    const more = () => {
      while (!response.destroyed && response.write(megabyte));
    }
    response.on('drain', more)
    more()
  })
  expect(cut.outputs).toMatchObject({ verdict: 'inconclusive', pypi_available: '' })
  expect(cut.outputs.reason).toMatch(/larger than \d+ bytes|did not answer in time/)
})
