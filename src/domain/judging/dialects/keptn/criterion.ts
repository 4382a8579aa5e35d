/** What a criterion of Keptn asks of a value, for example `<=+10%`. */
export interface Criterion {
  readonly operator: '<' | '<=' | '=' | '>=' | '>'
  readonly value: number
  /** Of the earlier value, not in its unit. */
  readonly percentage: boolean
  /** With the earlier values; else with `value` itself. */
  readonly comparison: boolean
  /** More than the earlier value, else less. */
  readonly increase: boolean
}

const OPERATORS = ['<=', '<', '=', '>=', '>'] as const
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/** As Keptn reads it: spaces do not count, and a percentage is always a comparison. Undefined for what Keptn refuses. */
export function parseCriterion(text: string): Criterion | undefined {
  const dense = text.replaceAll(' ', '')
  const operator = OPERATORS.find((one) => dense.startsWith(one))
  if (operator === undefined) return undefined
  const target = dense.slice(operator.length)
  const percentage = target.endsWith('%')
  const signed = percentage ? target.slice(0, -1) : target
  const hasSign = /^[+-]/.test(signed)
  const number = hasSign ? signed.slice(1) : signed
  if (!NUMBER.test(number)) return undefined
  return {
    operator,
    value: Number(number),
    percentage,
    comparison: percentage || hasSign,
    increase: hasSign ? signed.startsWith('+') : percentage,
  }
}

/** Whether the measured value satisfies an operator. */
export function satisfies(
  measured: number,
  operator: Criterion['operator'],
  target: number,
): boolean {
  const held: Readonly<Record<Criterion['operator'], boolean>> = {
    '<': measured < target,
    '<=': measured <= target,
    '=': measured === target,
    '>=': measured >= target,
    '>': measured > target,
  }
  return held[operator]
}

/** What the measured value is held against, given the earlier one. */
export function targetOf({ value, percentage, increase }: Criterion, earlier: number): number {
  if (percentage) return (earlier * (increase ? 100 + value : 100 - value)) / 100
  return increase ? earlier + value : earlier - value
}
