/** What would begin a list or draw a line. */
const BLOCK_START = /^(?:[-+](?=[\s-]|$)|\d{1,9}[.)](?=\s|$))/

/** What turns text around or has no width; not what joins two emoji into one. */
const UNSEEN = /(\p{Extended_Pictographic}\uFE0F?\u200D)|\p{Cf}/gu

/**
 * Text from outside, inert in GitHub's Markdown: no mention, no reference, no HTML, no link, one line. What cannot be
 * seen is named. Character references are used because GitHub decodes a backslash before it looks for mentions.
 */
export function inert(text: string, max = 500): string {
  return unlinked(visibleLine(text, max), /[&<>|`*_~[\]\\!$@#]/g, reference).replace(
    BLOCK_START,
    (mark) => mark.slice(0, -1) + reference(mark.slice(-1)),
  )
}

/** Text from outside for a title, which is no Markdown: one line in which nobody is mentioned and nothing referred to. */
export function inertTitle(text: string, max = 200): string {
  return unlinked(visibleLine(text, max), /[@#]/g, (char) => char)
}

/** What cannot be seen is named, and no character is cut in half. */
function visibleLine(text: string, max: number): string {
  const seen = text.replaceAll(UNSEEN, (char, emoji?: string) => emoji ?? codePoint(char))
  const line = seen.replaceAll(/[\p{Cc}\u2028\u2029\p{Cs}]+/gu, ' ').trim()
  return line.length > max ? `${line.slice(0, max - 1).replace(/\p{Cs}$/u, '')}…` : line
}

/** Text in which GitHub finds no mention, reference or address; `as` writes a character that would be active. */
function unlinked(text: string, active: RegExp, as: (char: string) => string): string {
  return text
    .replaceAll(active, (char) => `${as(char)}${'@#'.includes(char) ? '\u200B' : ''}`)
    .replaceAll(/(https?|ftp|mailto):/gi, (m) => `${m.slice(0, -1)}${as(':')}\u200B`)
    .replaceAll(/\b(www)\./gi, '$1\u200B.')
    .replaceAll(/\bGH-(?=\d)/gi, `GH${as('-')}\u200B`)
    .replaceAll(/\b[0-9a-f]{7,40}\b/gi, (hex) => hex.replaceAll(/.{6}(?=.)/g, '$&\u200B'))
}

const reference = (char: string) => `&#${char.charCodeAt(0)};`

const codePoint = (char: string) =>
  `⟨U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`

/** A table; every cell is made inert unless it was built by `raw`. */
export function table(
  header: readonly string[],
  rows: readonly (readonly (string | Raw)[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(header),
    line(header.map(() => '---')),
    ...rows.map((row) => line(row.map((c) => (typeof c === 'string' ? inert(c) : c.markdown)))),
  ].join('\n')
}

/** Markdown that this project wrote itself. */
export interface Raw {
  readonly markdown: string
}

export function raw(markdown: string): Raw {
  return { markdown }
}

/** Text in a fenced block: a fence longer than any run of backticks inside. */
export function fenced(text: string, language = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text}\n${fence}`
}

/** A bar of ten cells for a share 0..1, for example `▰▰▰▱▱▱▱▱▱▱`. */
export function bar(share: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * 10)
  return '▰'.repeat(full) + '▱'.repeat(10 - full)
}
