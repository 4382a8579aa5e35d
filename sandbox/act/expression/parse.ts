import { type Expression, literal } from './syntax.ts'
import { ExpressionError, type Token, tokenize } from './tokens.ts'

const levels = [['||'], ['&&'], ['==', '!=', '<', '<=', '>', '>=']]

/** Reads an expression (without `${{ }}`). Throws ExpressionError where GitHub refuses the file. */
export function parse(text: string): Expression {
  return parseTokens(tokenize(text).tokens)
}

/** Reads an expression from its tokens. */
export function parseTokens(tokens: readonly Token[]): Expression {
  const reader = new Reader(tokens)
  const expression = binary(reader, 0)
  if (!reader.done()) throw new ExpressionError(`unexpected "${reader.take().value}" in expression`)
  return expression
}

class Reader {
  readonly #tokens: readonly Token[]
  #next = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  done(): boolean {
    return this.#next >= this.#tokens.length
  }

  take(): Token {
    const token = this.#tokens[this.#next++]
    if (!token) throw new ExpressionError('an expression ends too early')
    return token
  }

  accept(...marks: readonly string[]): string | undefined {
    const token = this.#tokens[this.#next]
    if (token?.kind !== 'mark' || !marks.includes(token.value)) return undefined
    this.#next++
    return token.value
  }

  expect(mark: string): void {
    if (!this.accept(mark)) throw new ExpressionError(`an expression lacks "${mark}"`)
  }
}

function binary(reader: Reader, level: number): Expression {
  const marks = levels[level]
  if (!marks) return unary(reader)
  let left = binary(reader, level + 1)
  for (let mark = reader.accept(...marks); mark; mark = reader.accept(...marks)) {
    left = { kind: 'binary', mark, left, right: binary(reader, level + 1) }
  }
  return left
}

function unary(reader: Reader): Expression {
  return reader.accept('!') ? { kind: 'not', of: unary(reader) } : postfix(reader, primary(reader))
}

function postfix(reader: Reader, start: Expression): Expression {
  let of = start
  for (let mark = reader.accept('.', '['); mark; mark = reader.accept('.', '[')) {
    if (reader.accept('*')) of = { kind: 'star', of }
    else if (mark === '.') of = { kind: 'index', of, key: literal(property(reader)) }
    else of = { kind: 'index', of, key: binary(reader, 0) }
    if (mark === '[') reader.expect(']')
  }
  return of
}

function property(reader: Reader): string {
  const token = reader.take()
  if (token.kind !== 'name') throw new ExpressionError(`"${token.value}" is no property name`)
  return token.value
}

function primary(reader: Reader): Expression {
  if (reader.accept('(')) {
    const inner = binary(reader, 0)
    reader.expect(')')
    return inner
  }
  const token = reader.take()
  if (token.kind === 'string') return literal(token.value)
  if (token.kind === 'number') return literal(numberOf(token.value))
  if (token.kind === 'name') return named(reader, token.value)
  throw new ExpressionError(`unexpected "${token.value}" in expression`)
}

/** With its sign, which `Number` does not read before a hexadecimal number. */
function numberOf(text: string): number {
  const size = Number(text.replace(/^[-+]/, ''))
  return text.startsWith('-') ? -size : size
}

const constants = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
])

function named(reader: Reader, name: string): Expression {
  if (reader.accept('(')) return { kind: 'call', name, args: callArguments(reader) }
  const constant = constants.get(name)
  return constant === undefined ? { kind: 'context', name } : literal(constant)
}

function callArguments(reader: Reader): Expression[] {
  const args: Expression[] = []
  if (reader.accept(')')) return args
  do args.push(binary(reader, 0))
  while (reader.accept(','))
  reader.expect(')')
  return args
}
