/** What stands behind `if:` of a job or a step. */

const CLOSED = /^\$\{\{(?:(?!\}\}).)*\}\}$/s

/**
 * A condition is one expression, in `${{ }}` as a whole or not at all: with anything beside it, be it a blank or a line
 * break, GitHub puts a text together, and a text that is not empty is true.
 */
export function conditionFindings(section: { readonly if?: unknown }): string[] {
  if (!('if' in section)) return []
  const { if: condition } = section
  if (typeof condition !== 'string') return [`if: ${String(condition)} is no condition`]
  if (condition.trim() === '') return ['if: is empty']
  if (!/\$\{\{|\}\}/.test(condition) || CLOSED.test(condition)) return []
  return ['if: something stands beside the braces, which is always true']
}
