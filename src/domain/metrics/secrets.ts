/** Secrets by their names. */
export type SecretsByName = Readonly<Record<string, string>>

/**
 * Secrets of the metric sources, a line `NAME=value` each; empty lines are none. What follows the first `=` is the
 * value, without space around it. A text that says why, without repeating a value, where the lines are no such list.
 */
export function parseSecrets(text: string): SecretsByName | string {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const pairs = lines.map((line) => PAIR.exec(line)?.slice(1) ?? [])
  const strange = lines.findIndex((line, index) => line !== '' && pairs[index]?.length !== 2)
  if (strange >= 0) return `line ${strange + 1} must be NAME=value, with a name such as KPI_TOKEN`
  const named = pairs.filter(([name]) => name !== undefined)
  const names = named.map(([name]) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) return `names ${twice} twice`
  // Without a value: what GitHub fills in for a secret that does not exist.
  return Object.fromEntries(named.filter(([, value]) => value !== ''))
}

const PAIR = /^([A-Z][A-Z0-9_]{0,99})=\s*(\P{Cc}*)$/u
