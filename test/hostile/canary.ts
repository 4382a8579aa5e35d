import type { Run } from '../actions/run-action.ts'
import type { Answer } from '../actions/server.ts'

/** A token whose spellings all differ. */
export const CANARY_TOKEN = `ghs_Ca"na'ry<T>&+/=%7~Qz9xYw`

/** A text in the ways in which it comes back. Written with Node's own means, unlike the suite's. */
export function encodings(secret: string): Readonly<Record<string, string>> {
  const bytes = Buffer.from(secret)
  /** Characters of a longer text's base64 that come from the secret alone. */
  const at = (offset: number) =>
    Buffer.concat([Buffer.alloc(offset, 'x'), bytes, Buffer.from('x')])
      .toString('base64')
      .slice([0, 2, 3][offset], Math.floor(((offset + bytes.length) * 4) / 3))
  const hex = bytes.toString('hex')
  return {
    plain: secret,
    'base64 at 0': at(0),
    'base64 at 1': at(1),
    'base64 at 2': at(2),
    base64url: bytes.toString('base64url').slice(0, -1),
    hex,
    'upper-case hex': hex.toUpperCase(),
    'URL-encoded': encodeURIComponent(secret),
    'JSON-escaped': JSON.stringify(secret).slice(1, -1),
    reversed: [...secret].reverse().join(''),
    'HTML-escaped': secret
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
    'quoted-printable': secret.replaceAll('=', '=3D'),
  }
}

/** Where and in which spelling a secret shows; what the mask command itself says does not count. */
export function hits(secret: string, places: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(places).flatMap(([place, text]) => {
    // Markdown shows a reference as its character.
    const shown = text
      .replaceAll(/^::add-mask::.*$/gm, '')
      .replaceAll('\u200b', '')
      .replaceAll('%25', '%')
      .replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    const all = [text.replaceAll(/^::add-mask::.*$/gm, ''), shown]
    return Object.entries(encodings(secret))
      .filter(([, spelling]) => all.some((one) => one.includes(spelling)))
      .map(([name]) => `${place}: ${name}`)
  })
}

/** Everything that a run leaves behind for others to see. */
export function placesOf({ log, summary, outputs }: Run): Readonly<Record<string, string>> {
  return { log, summary, outputs: Object.values(outputs).join('\n') }
}

/** Each encoding in a sentence of its own, some of them at a time: messages are cut. */
export function sayings(secret: string): readonly string[] {
  const all = Object.values(encodings(secret))
  return [0, 3, 6, 9].map((from) => `denied for ${all.slice(from, from + 3).join(' and ')}`)
}

/** Ways of a server to give back what it was sent. */
export function echoes(secret: string): Readonly<Record<string, Answer>> {
  const [first = '', ...more] = sayings(secret)
  const json =
    (status: number, message: string): Answer =>
    (_, response) => {
      response.writeHead(status, { 'content-type': 'application/json', 'x-echo': secret })
      response.end(JSON.stringify({ message, detail: message, error: message, status: 'error' }))
    }
  return {
    'a 401': json(401, first),
    ...Object.fromEntries(more.map((saying, i) => [`a 403, ${i + 1}`, json(403, saying)])),
    'a 422': json(422, first),
    'a page': (_, response) => {
      response.writeHead(403, { 'content-type': 'text/html' })
      response.end(`<h1>${[first, ...more].join('<br>')}</h1>`)
    },
    text: (_, response) => void response.writeHead(400).end([first, ...more].join(' ')),
    'a redirect': (_, response) =>
      void response
        .writeHead(302, {
          location: `https://${encodings(secret).hex}.invalid/?t=${encodeURIComponent(secret)}`,
        })
        .end(),
    'a good answer that is none': (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ [secret]: [first, ...more] }))
    },
  }
}

export const DEBUG = { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true', ACTIONS_RUNNER_DEBUG: 'true' }
