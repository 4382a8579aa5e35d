import { type AddressInfo, createServer } from 'node:net'

/** A runtime API that answers each line by `reply` and then closes, as HAProxy does. */
export async function withRuntime(
  reply: (line: string) => string,
  use: (socket: string) => Promise<void>,
): Promise<void> {
  const server = createServer((peer) => {
    peer.once('data', (line) => peer.end(reply(line.toString().trim())))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await use(`tcp://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
}

const STATIC = "Backend is using a static LB algorithm and only accepts weights '0%' and '100%'.\n"

/** The backend `checkout` with these weights and `fixed`, which takes none, in the words of HAProxy 2.6. */
export function runtime(weights: Record<string, number>): (line: string) => string {
  const answer = (command: string) => answerTo(command, weights)
  return (line) => `${line.split(';').map(answer).join('\n')}\n`
}

function answerTo(command: string, weights: Record<string, number>): string {
  const [, verb, backend, slot = '', value] =
    /^(get|set) (?:weight|server) (\S+)\/(\S+)(?: weight (\d+))?$/.exec(command) ?? []
  if (backend === 'fixed') return verb === 'get' ? '1 (initial 1)\n' : STATIC
  if (backend !== 'checkout') return 'No such backend.\n'
  if (weights[slot] === undefined) return 'No such server.\n'
  if (verb === 'get') return `${weights[slot]} (initial 100)\n`
  weights[slot] = Number(value)
  return ''
}
