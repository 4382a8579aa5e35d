import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

/** HAProxy's runtime API: one command a connection, plain text answers. */
export interface RuntimeApi {
  /** Sends one command; what HAProxy answers, trimmed. */
  ask(command: string): Promise<string>
  /** The weight of a server now, 0..256. */
  weightOf(server: string): Promise<number>
  /** Sets a server's weight, 0..256; throws HAProxy's own words when it refuses. */
  setWeight(server: string, weight: number): Promise<void>
}

export function runtimeApi(port: number, backend: string): RuntimeApi {
  const ask = (command: string) => send(port, command)
  return {
    ask,
    async weightOf(server) {
      const answer = await ask(`get weight ${backend}/${server}`)
      const [, weight] = /^(\d+) \(initial \d+\)$/.exec(answer) ?? []
      if (weight === undefined) throw new Error(`haproxy: ${answer}`)
      return Number(weight)
    },
    async setWeight(server, weight) {
      const answer = await ask(`set server ${backend}/${server} weight ${weight}`)
      // Success is an empty answer; there is no code.
      if (answer !== '') throw new Error(`haproxy: ${answer}`)
    },
  }
}

async function send(port: number, command: string): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port })
  socket.setTimeout(2000, () => socket.destroy(new Error('haproxy does not answer')))
  socket.write(`${command}\n`)
  return (await text(socket)).trim()
}
