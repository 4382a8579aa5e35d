/** A string, with the colon behind it where it is a key; or a number. Strings are passed over whole. */
const TOKENS = /"(?:[^"\\]|\\.)*"\s*(?<colon>:)?|(?<number>-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)/gi

/**
 * What was lost when a valid JSON text was read: the first value of a key that stands twice, or the last digits of a
 * whole number beyond 2^53. Undefined where nothing was. `value` is what was read of it, some levels deep.
 */
export function lossOf(text: string, value: unknown): string | undefined {
  const groups = [...text.matchAll(TOKENS)].map((match) => match.groups ?? {})
  const written = groups.filter(({ colon }) => colon !== undefined)
  if (written.length !== keysIn(value)) return 'a key stands twice in one object, or cannot be one'
  const isExact = ({ number = '0' }) => !/^-?\d+$/.test(number) || Number.isSafeInteger(+number)
  return groups.every(isExact) ? undefined : 'a whole number is beyond 2^53'
}

function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const own = Array.isArray(value) ? 0 : Object.keys(value).length
  return Object.values(value).reduce<number>((sum, part) => sum + keysIn(part), own)
}
