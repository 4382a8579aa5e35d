import { formatDuration } from '../config/duration.ts'
import { table } from '../report/markdown.ts'

/** The blocks of a package verification's summary. */
export function packageBlocks(
  found: {
    readonly index: string
    readonly available: boolean | undefined
    readonly delayMs: number | undefined
  },
  version: string,
  overridden: readonly string[],
): readonly string[] {
  const available = found.available === undefined ? 'unknown' : found.available ? 'yes' : 'no'
  const delay = found.delayMs === undefined ? '' : formatDuration(found.delayMs)
  const facts = table(
    ['Version', 'Index', 'Available', 'Visible after'],
    [[version, found.index === '' ? 'not asked' : found.index, available, delay]],
  )
  const inputs = overridden.map((name) => `\`${name}\``).join(', ')
  return overridden.length === 0
    ? [facts]
    : [facts, `Set by input instead of the config: ${inputs}.`]
}
