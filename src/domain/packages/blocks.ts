import { formatDuration } from '../config/duration.ts'
import { inert, table } from '../report/markdown.ts'

/** More names than these help nobody. */
const NAMED = 5

/** The blocks of a package verification's summary. */
export function packageBlocks(
  found: {
    readonly index: string
    readonly available: boolean | undefined
    readonly delayMs: number | undefined
    readonly warnings: readonly string[]
    readonly ignored: readonly string[]
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
  return [
    facts,
    ...found.warnings.map((line) => `Warning: ${inert(line)}.`),
    ...ignoredBlock(found.ignored),
    ...(overridden.length === 0 ? [] : [`Set by input instead of the config: ${inputs}.`]),
  ]
}

function ignoredBlock(names: readonly string[]): readonly string[] {
  if (names.length === 0) return []
  const shown = names.slice(0, NAMED).map((name) => inert(name))
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : ''
  return [`Ignored, no wheel or source archive of the package: ${shown.join(', ')}${more}.`]
}
