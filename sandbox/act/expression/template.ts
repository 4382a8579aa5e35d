import { parse, parseTokens } from './parse.ts'
import { call, type Expression, literal, print } from './syntax.ts'
import { tokenize } from './tokens.ts'

/** A piece of a YAML string: plain text or the expression of one `${{ … }}`. */
export type Piece = string | Expression

/** Splits a YAML string at its `${{ … }}`. `}}` inside a string literal does not end an expression. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = []
  let from = 0
  for (let open = text.indexOf('${{'); open >= 0; open = text.indexOf('${{', from)) {
    if (open > from) found.push(text.slice(from, open))
    const { tokens, end } = tokenize(text, open + 3, true)
    found.push(parseTokens(tokens))
    from = end + 2
  }
  if (from < text.length) found.push(text.slice(from))
  return found
}

/** The text with every expression in it changed; text without one is returned as it is. */
export function mapTemplate(text: string, change: (found: Expression) => Expression): string {
  if (!text.includes('${{')) return text
  return pieces(text)
    .map((piece) => (typeof piece === 'string' ? piece : embed(change(piece))))
    .join('')
}

/** `${{ expression }}`. */
export function embed(expression: Expression): string {
  return `\${{ ${print(expression)} }}`
}

/** A YAML string as one expression that gives the same text. */
export function asExpression(text: string): Expression {
  const found = pieces(text)
  const [only] = found
  if (found.length === 0) return literal('')
  if (found.length === 1 && only !== undefined)
    return typeof only === 'string' ? literal(only) : only
  const pattern = found.map((piece, index) =>
    typeof piece === 'string' ? escapeFormat(piece) : `{${argumentIndex(found, index)}}`,
  )
  const args = found.filter((piece): piece is Expression => typeof piece !== 'string')
  return call('format', literal(pattern.join('')), ...args)
}

function argumentIndex(found: readonly Piece[], index: number): number {
  return found.slice(0, index).filter((piece) => typeof piece !== 'string').length
}

/** Doubles the braces, which `format` reads as placeholders. */
export function escapeFormat(text: string): string {
  return text.replaceAll('{', '{{').replaceAll('}', '}}')
}

/** The expression of an `if`, which may stand with or without `${{ }}`. */
export function condition(value: unknown): Expression | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string') return literal(Boolean(value))
  return value.includes('${{') ? asExpression(value.trim()) : parse(value)
}
