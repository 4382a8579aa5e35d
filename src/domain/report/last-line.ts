/**
 * The last line of what a program printed, which mostly says what went wrong; at most 300 characters. Of an error that
 * nobody caught in Node.js it is the error: its stack and the version of Node.js come after it.
 */
export function lastLine(text: string): string {
  const lines = text.trim().split('\n')
  const stack = lines.findIndex((line) => /^ {4}at /.test(line))
  const isUncaught = stack > 0 && /^Node\.js v\d/.test(lines.at(-1) ?? '')
  return lines.at(isUncaught ? stack - 1 : -1)?.slice(0, 300) ?? ''
}
