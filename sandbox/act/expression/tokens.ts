/** One token of a GitHub expression; `value` of a string token is the unescaped text. */
export interface Token {
  readonly kind: 'string' | 'number' | 'name' | 'mark'
  readonly value: string
  readonly at: number
}

/** An expression that GitHub would refuse; the message is one plain line. */
export class ExpressionError extends Error {}

const marks = ['&&', '||', '==', '!=', '<=', '>=', '<', '>', '!', '(', ')', '[', ']', ',', '.', '*']
const number = /^[-+]?(0x[0-9a-f]+|0o[0-7]+|(\d+\.?\d*|\.\d+)(e[-+]?\d+)?)/i
const name = /^[A-Za-z_][\w-]*/

/**
 * Splits an expression (the text between `${{` and `}}`) into tokens. With `stopAtEnd` it ends at the first `}}` outside
 * of a string literal and reports its position, else it reads the whole text.
 */
export function tokenize(
  text: string,
  start = 0,
  stopAtEnd = false,
): { tokens: Token[]; end: number } {
  const tokens: Token[] = []
  let at = start
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) {
      at++
      continue
    }
    if (stopAtEnd && text.startsWith('}}', at)) return { tokens, end: at }
    const token = nextToken(text, at, tokens.at(-1))
    tokens.push(token.token)
    at = token.end
  }
  if (stopAtEnd) throw new ExpressionError(`an expression is not closed: ${oneLine(text, start)}`)
  return { tokens, end: at }
}

function nextToken(text: string, at: number, before?: Token): { token: Token; end: number } {
  if (text.charAt(at) === "'") return stringToken(text, at)
  const rest = text.slice(at, at + 200)
  const literal = before?.value === '.' ? null : number.exec(rest)
  const kind = literal ? 'number' : 'name'
  const word = literal ?? name.exec(rest)
  if (word) return { token: { kind, value: word[0], at }, end: at + word[0].length }
  const mark = marks.find((candidate) => text.startsWith(candidate, at))
  if (!mark)
    throw new ExpressionError(`unexpected ${JSON.stringify(rest[0])} in ${oneLine(text, 0)}`)
  return { token: { kind: 'mark', value: mark, at }, end: at + mark.length }
}

function stringToken(text: string, at: number): { token: Token; end: number } {
  let value = ''
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] !== "'") value += text[end]
    else if (text[end + 1] === "'") {
      value += "'"
      end++
    } else return { token: { kind: 'string', value, at }, end: end + 1 }
  }
  throw new ExpressionError(`a string is not closed in ${oneLine(text, at)}`)
}

function oneLine(text: string, from: number): string {
  return JSON.stringify(text.slice(from, from + 80))
}
