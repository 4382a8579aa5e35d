/**
 * A query with every string literal as `S`, by PromQL's rules: double and single quotes end at their like unless it is
 * escaped, and hold no line break; backticks end at the next one. @throws Error for a literal that does not end.
 */
export function structureOf(query: string): string {
  const literal = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`/gsu
  const structure = query.replaceAll(literal, 'S')
  if (/["'`\n]/.test(structure)) throw new Error('a string does not end')
  return structure
}
