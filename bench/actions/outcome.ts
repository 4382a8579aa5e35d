/** What a user would call it. */
import type { Left } from './scenarios.ts'

/**
 * `right`: green, and exactly one object, whole. `duplicate`: more than one. `false success`: green without it.
 * `red`: said so, and nothing is there; `red, done`: all of it is there; `red, half`: part of it is. `hangs`: killed.
 */
export type Outcome =
  | 'right'
  | 'duplicate'
  | 'false success'
  | 'red'
  | 'red, done'
  | 'red, half'
  | 'hangs'

/** The worst of it comes first. Of two runs one that is red makes both red. */
export function outcomeOf({ ran, whole, half }: Left): Outcome {
  if (whole + half > 1) return 'duplicate'
  if (ran.some(({ code }) => code === null)) return 'hangs'
  const isGreen = ran.every(({ code }) => code === 0)
  if (isGreen) return whole === 1 ? 'right' : 'false success'
  if (whole === 1) return 'red, done'
  return half > 0 ? 'red, half' : 'red'
}

/** The last line that a red run printed, without addresses; empty where all are green. */
export function reasonOf({ ran }: Left): string {
  const red = ran.find(({ code }) => code !== 0)
  const lines = red?.said.split('\n').map((line) => line.trim()) ?? []
  const line = lines.findLast((text) => text !== '') ?? ''
  return line
    .replace(/^::error::/, '')
    .replaceAll(/https?:\/\/\S+/g, '<url>')
    .replaceAll(/127\.0\.0\.1:\d+/g, '<host>')
    .replaceAll('|', '/')
    .slice(0, 110)
}
