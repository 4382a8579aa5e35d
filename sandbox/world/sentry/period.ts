import type { Context } from 'hono'
import { refusal } from './access.ts'

const HOUR_MS = 3_600_000

/** Start and end of what is asked for, rounded to whole hours as Sentry does; a day where nothing is said. */
export function periodOf(
  c: Context,
  now: Date,
): { readonly start: string; readonly hours: number } {
  const end = timeOf(c.req.query('end'), now.getTime())
  const start = timeOf(c.req.query('start'), end - 24 * HOUR_MS)
  const first = Math.floor(start / HOUR_MS)
  const hours = Math.ceil(end / HOUR_MS) - first
  if (hours < 1) throw refusal(400, 'start must be before end')
  return { start: new Date(first * HOUR_MS).toISOString(), hours }
}

function timeOf(text: string | undefined, standard: number): number {
  const time = text === undefined ? standard : Date.parse(text)
  if (Number.isNaN(time)) throw refusal(400, 'Invalid date')
  return time
}
