/** The syntax tree of a GitHub expression. `a.b` and `a['b']` are the same node. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'context'; readonly name: string }
  | { readonly kind: 'index'; readonly of: Expression; readonly key: Expression }
  | { readonly kind: 'star'; readonly of: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | {
      readonly kind: 'binary'
      readonly mark: string
      readonly left: Expression
      readonly right: Expression
    }

/** A literal. */
export function literal(value: string | number | boolean | null): Expression {
  return { kind: 'literal', value }
}

/** `context.first.second…` with constant property names. */
export function path(context: string, ...keys: readonly string[]): Expression {
  return keys.reduce<Expression>((of, key) => ({ kind: 'index', of, key: literal(key) }), {
    kind: 'context',
    name: context,
  })
}

/** A function call. */
export function call(name: string, ...args: readonly Expression[]): Expression {
  return { kind: 'call', name, args }
}

/** `left == right`. */
export function equals(left: Expression, right: string): Expression {
  return { kind: 'binary', mark: '==', left, right: literal(right) }
}

/** All of them; `true` for none. */
export function and(...all: readonly Expression[]): Expression {
  return joined('&&', all, true)
}

/** Any of them; `false` for none. */
export function or(...all: readonly Expression[]): Expression {
  return joined('||', all, false)
}

function joined(mark: string, all: readonly Expression[], none: boolean): Expression {
  const [first, ...rest] = all.filter((each) => each.kind !== 'literal' || each.value !== none)
  if (!first) return literal(none)
  return rest.reduce<Expression>((left, right) => ({ kind: 'binary', mark, left, right }), first)
}

/** `condition && then || otherwise`, the expression language's if: `then` must be truthy. */
export function choose(condition: Expression, then: Expression, otherwise: Expression): Expression {
  return or(and(condition, then), otherwise)
}

/** The value as text, so that `false` and `0` are not taken for nothing. */
export function asString(value: Expression): Expression {
  const isText = value.kind === 'literal' ? typeof value.value === 'string' : isFormat(value)
  return isText ? value : call('format', literal('{0}'), value)
}

function isFormat(value: Expression): boolean {
  return value.kind === 'call' && value.name === 'format'
}

/** The expression as text, without `${{ }}`. */
export function print(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return printLiteral(expression.value)
    case 'context':
      return expression.name
    case 'index':
      return print(expression.of) + printKey(expression.key)
    case 'star':
      return `${print(expression.of)}.*`
    case 'call':
      return `${expression.name}(${expression.args.map(print).join(', ')})`
    case 'not':
      return `!${grouped(expression.of)}`
    case 'binary':
      return `${grouped(expression.left)} ${expression.mark} ${grouped(expression.right)}`
  }
}

function printLiteral(value: string | number | boolean | null): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
}

function printKey(key: Expression): string {
  const plain = key.kind === 'literal' && typeof key.value === 'string' ? key.value : ''
  return /^[A-Za-z_]\w*$/.test(plain) ? `.${plain}` : `[${print(key)}]`
}

function grouped(expression: Expression): string {
  return expression.kind === 'binary' ? `(${print(expression)})` : print(expression)
}

/** Every node, parents before children. */
export function* walk(expression: Expression): Generator<Expression> {
  yield expression
  for (const child of children(expression)) yield* walk(child)
}

function children(expression: Expression): readonly Expression[] {
  if (expression.kind === 'index') return [expression.of, expression.key]
  if (expression.kind === 'star' || expression.kind === 'not') return [expression.of]
  if (expression.kind === 'call') return expression.args
  if (expression.kind === 'binary') return [expression.left, expression.right]
  return []
}

/** The same node with each child replaced by `change(child)`. */
export function mapChildren(
  expression: Expression,
  change: (child: Expression) => Expression,
): Expression {
  switch (expression.kind) {
    case 'index':
      return { kind: 'index', of: change(expression.of), key: change(expression.key) }
    case 'star':
    case 'not':
      return { kind: expression.kind, of: change(expression.of) }
    case 'call':
      return { ...expression, args: expression.args.map(change) }
    case 'binary':
      return { ...expression, left: change(expression.left), right: change(expression.right) }
    default:
      return expression
  }
}

/** The constant key of an index node, else nothing. */
export function constantKey(expression: Expression): string | undefined {
  if (expression.kind !== 'index' || expression.key.kind !== 'literal') return undefined
  return String(expression.key.value)
}

/** The name of a context in lower case when the node is a context. */
export function contextName(expression: Expression): string | undefined {
  return expression.kind === 'context' ? expression.name.toLowerCase() : undefined
}
