/** The last line of what a program printed, which mostly says what went wrong; at most 300 characters. */
export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.slice(0, 300) ?? ''
}
