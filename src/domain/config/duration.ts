import * as z from 'zod'

const UNITS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }
const LONGEST_MS = 366 * 86_400_000
const GRAMMAR = /^(?:\d{1,6}d)?(?:\d{1,6}h)?(?:\d{1,6}m)?(?:\d{1,6}s)?(?:\d{1,9}ms)?$/

/**
 * Milliseconds of a duration such as `15m`, `48h`, `1h30m` or `500ms`: units descend, each at most once.
 * Undefined for a missing unit, nothing, zero and anything above 366 days.
 */
export function parseDuration(text: string): number | undefined {
  if (text === '' || !GRAMMAR.test(text)) return undefined
  const parts = text.matchAll(/(\d+)(ms|[smhd])/g)
  const ms = [...parts].reduce((sum, [, n, unit]) => sum + Number(n) * (UNITS[unit ?? ''] ?? 0), 0)
  return ms > 0 && ms <= LONGEST_MS ? ms : undefined
}

/** The shortest duration text of so many milliseconds (a whole number ≥ 1), for example `1h30m`. */
export function formatDuration(ms: number): string {
  const [text] = Object.entries(UNITS)
    .sort((a, b) => b[1] - a[1])
    .reduce<[string, number]>(
      ([done, rest], [unit, size]) => {
        const n = Math.floor(rest / size)
        return n === 0 ? [done, rest] : [`${done}${n}${unit}`, rest - n * size]
      },
      ['', Math.round(ms)],
    )
  return text === '' ? '0ms' : text
}

/** A duration in the config; its value stays text so that the schema can be published, `parseDuration` reads it. */
export const Duration = z
  .string()
  .refine((text) => parseDuration(text) !== undefined, {
    error: 'must be a duration with its unit, such as 500ms, 30s, 15m, 48h or 1h30m',
  })
  .meta({ id: 'Duration', pattern: GRAMMAR.source, examples: ['30s', '15m', '48h'] })
