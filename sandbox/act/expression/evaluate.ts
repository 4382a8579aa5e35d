import { constantKey, contextName, type Expression } from './syntax.ts'
import { asExpression } from './template.ts'

/** A value that is known before the run. */
export type Known = string | number | boolean | null
/** Contexts with the values known before the run; what is not listed is unknown. */
export type KnownContexts = Readonly<Record<string, ReadonlyMap<string, Known>>>

/** The value of an expression, or nothing when it shows only in the run. */
export function evaluate(expression: Expression, contexts: KnownContexts): Known | undefined {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'index':
      return contextValue(expression, contexts)
    case 'not':
      return negated(evaluate(expression.of, contexts))
    case 'binary':
      return binary(expression, contexts)
    case 'call':
      return call(expression.name.toLowerCase(), expression.args, contexts)
    default:
      return undefined
  }
}

/** The text of a YAML string with its expressions filled in, or nothing when one of them is unknown. */
export function evaluateText(text: string, contexts: KnownContexts): string | undefined {
  const value = evaluate(asExpression(text), contexts)
  return value === undefined ? undefined : asString(value)
}

function contextValue(expression: Expression, contexts: KnownContexts): Known | undefined {
  if (expression.kind !== 'index') return undefined
  const values = contexts[contextName(expression.of) ?? '']
  const key = constantKey(expression)?.toLowerCase()
  return key === undefined ? undefined : values?.get(key)
}

function negated(value: Known | undefined): boolean | undefined {
  return value === undefined ? undefined : !truthy(value)
}

function truthy(value: Known): boolean {
  return value !== '' && value !== 0 && value !== false && value !== null
}

function binary(
  { mark, left, right }: Extract<Expression, { kind: 'binary' }>,
  contexts: KnownContexts,
): Known | undefined {
  const one = evaluate(left, contexts)
  const other = evaluate(right, contexts)
  if (mark === '&&') return both(one, other)
  if (mark === '||') return either(one, other)
  if (one === undefined || other === undefined) return undefined
  return compare(mark, one, other)
}

/** A known false side decides although the other is unknown. */
function both(one: Known | undefined, other: Known | undefined): Known | undefined {
  if (one !== undefined) return truthy(one) ? other : one
  return other !== undefined && !truthy(other) ? false : undefined
}

function either(one: Known | undefined, other: Known | undefined): Known | undefined {
  if (one === undefined) return undefined
  return truthy(one) ? one : other
}

function compare(mark: string, one: Known, other: Known): boolean {
  const texts = typeof one === 'string' && typeof other === 'string'
  const left = texts ? one.toLowerCase() : asNumber(one)
  const right = texts ? other.toLowerCase() : asNumber(other)
  const results: Record<string, boolean> = {
    '==': left === right,
    '!=': left !== right,
    '<': left < right,
    '<=': left <= right,
    '>': left > right,
    '>=': left >= right,
  }
  return results[mark] ?? false
}

function asNumber(value: Known): number {
  return typeof value === 'string' && value.trim() === '' ? 0 : Number(value)
}

function asString(value: Known): string {
  return value === null ? '' : String(value)
}

const functions: Readonly<Record<string, (...args: readonly string[]) => Known>> = {
  contains: (text = '', part = '') => text.toLowerCase().includes(part.toLowerCase()),
  startswith: (text = '', part = '') => text.toLowerCase().startsWith(part.toLowerCase()),
  endswith: (text = '', part = '') => text.toLowerCase().endsWith(part.toLowerCase()),
  format: (pattern = '', ...values) =>
    pattern.replaceAll(/\{\{|\}\}|\{(\d+)\}/g, (found, index) =>
      index === undefined ? (found[0] ?? '') : (values[Number(index)] ?? ''),
    ),
  fromjson: (text = '') => scalar(text),
}

function scalar(text: string): Known {
  const value: unknown = JSON.parse(text)
  return typeof value === 'object' ? null : (value as Known)
}

function call(
  name: string,
  args: readonly Expression[],
  contexts: KnownContexts,
): Known | undefined {
  const known = args.map((arg) => evaluate(arg, contexts))
  const made = functions[name]
  if (!made || known.includes(undefined)) return undefined
  return made(...known.map((value) => asString(value ?? null)))
}
