import * as z from 'zod'

const GRAMMAR = /^(\d{1,3}(?:\.\d{1,6})?)(%?)$/

/**
 * A share between 0 and 1, written `1%` or `0.01`. A bare number above 1 is refused, because nobody knows whether it
 * means percent. Undefined when it does not parse.
 */
export function parseRatio(text: string): number | undefined {
  const [, digits, percent] = GRAMMAR.exec(text) ?? []
  if (digits === undefined) return undefined
  // The point is moved in the text: 99.9 / 100 is not 0.999, and 999 of 1000 would fall short of 99.9%.
  const value = Number(percent === '%' ? `${digits}e-2` : digits)
  return value <= 1 ? value : undefined
}

/** A ratio as percent for people: at most two decimals, for example `0.4 %`. */
export function formatRatio(ratio: number): string {
  return `${Number((ratio * 100).toFixed(2))} %`
}

/** A ratio in the config; its value stays text, `parseRatio` reads it. */
export const Ratio = z
  .string()
  .refine((text) => parseRatio(text) !== undefined, {
    error: 'must be a ratio such as 1% or 0.01',
  })
  .meta({ id: 'Ratio', pattern: GRAMMAR.source, examples: ['1%', '0.01'] })
