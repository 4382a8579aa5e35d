import type { Line } from './line.ts'

const QUERY = /^sum\(count_over_time\(\{([^}]*)\}\s*(.*?)\s*\[(\d+)(ms|s)\]\)\)$/
const FILTER = /^(\|=|\|~)\s*("(?:[^"\\]|\\.)*")$/

/** Lines that a query counts until a time, milliseconds since 1970; undefined for a query of any other form. */
export function countLines(query: string, lines: readonly Line[], at: number): number | undefined {
  const [, selector, filter = '', length, unit] = QUERY.exec(query) ?? []
  const wanted = matchersOf(selector ?? '')
  const keeps = filterOf(filter)
  if (selector === undefined || wanted === undefined || keeps === undefined) return undefined
  const from = at - Number(length) * (unit === 's' ? 1000 : 1)
  return lines
    .filter((line) => line.at > from && line.at <= at)
    .filter(({ labels }) => wanted.every(([name, value]) => labels[name] === value))
    .filter(({ text }) => keeps(text)).length
}

/** Only equality. */
function matchersOf(selector: string): readonly (readonly [string, string])[] | undefined {
  const matchers = selector.split(',').map((each) => /^\s*(\w+)="([^"\\]*)"\s*$/.exec(each))
  const pairs = matchers.map((found) => [found?.[1] ?? '', found?.[2] ?? ''] as const)
  return pairs.some(([name]) => name === '') ? undefined : pairs
}

function filterOf(filter: string): ((text: string) => boolean) | undefined {
  if (filter === '') return () => true
  const [, operator, quoted] = FILTER.exec(filter) ?? []
  if (quoted === undefined) return undefined
  const text: string = JSON.parse(quoted)
  if (operator === '|=') return (line) => line.includes(text)
  const isAnyCase = text.startsWith('(?i)')
  const pattern = new RegExp(isAnyCase ? text.slice(4) : text, isAnyCase ? 'i' : '')
  return (line) => pattern.test(line)
}
