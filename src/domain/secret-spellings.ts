/** Characters. What is shorter stands in texts by chance. */
const SHORTEST = 6

/**
 * The ways in which a secret is written where it comes back: as it is, backwards, in hex, base64 at each of the three
 * offsets in a longer text, percent-encoded, in JSON, HTML and quoted-printable. To be found whatever the case.
 */
export function spellings(secret: string): readonly string[] {
  const bytes = new TextEncoder().encode(secret)
  const base64 = [0, 1, 2].map((offset) => base64At(bytes, offset))
  const all = [
    secret,
    [...secret].reverse().join(''),
    [...bytes].map(hex).join(''),
    [...bytes].map((byte) => `%${hex(byte)}`).join(''),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    encodeURIComponent(secret.toWellFormed()),
    new URLSearchParams([['', secret]]).toString().slice(1),
    markup(secret, '&#39;'),
    markup(secret, '&#x27;'),
    [...bytes].map(quoted).join(''),
  ]
  // Each of them may stand in JSON.
  const both = all.flatMap((text) => [text, inJson(text), inJson(inJson(text))])
  return [...new Set(both)].filter((text) => text.length >= SHORTEST)
}

/**
 * What of a secret tells it: all of it, its lines, what they say behind `NAME=`, and the long words in them, of which the `d` of
 * a private JWK is one. A line of braces is none.
 */
export function tellingParts(secret: string): readonly string[] {
  const words = secret.match(/[\w+/=-]{40,}/g) ?? []
  const lines = secret.split(/[\r\n]+/)
  const values = lines.map((line) => line.replace(/^\s*[A-Z][A-Z0-9_]*=\s*/, '').trim())
  return [...new Set([secret, ...lines, ...values, ...words])].filter(
    (part) => part.length >= SHORTEST,
  )
}

/** Takes these secrets out of a text, in whatever spelling; `***` stands in their place. */
export function concealing(secrets: readonly string[]): (text: string) => string {
  const longestFirst = secrets.flatMap(spellings).sort((a, b) => b.length - a.length)
  if (longestFirst.length === 0) return (text) => text
  const literal = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  const any = new RegExp(longestFirst.map(literal).join('|'), 'gi')
  return (text) => text.replaceAll(any, '***')
}

const inJson = (text: string) => JSON.stringify(text).slice(1, -1)

const hex = (byte: number) => byte.toString(16).padStart(2, '0')

/** The characters that are the secret's alone when so many bytes stand before it. */
function base64At(bytes: Uint8Array, offset: number): string {
  const text = '\0'.repeat(offset) + Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  const whole = Math.floor(((offset + bytes.length) * 8) / 6)
  return btoa(text).slice(Math.ceil((offset * 8) / 6), whole)
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function markup(text: string, apostrophe: string): string {
  return text.replaceAll(/[&<>"']/g, (char) => REFERENCES[char] ?? apostrophe)
}

function quoted(byte: number): string {
  const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d
  return plain ? String.fromCharCode(byte) : `=${hex(byte)}`
}
