/** Bytes. GitHub drops a summary of more than 1 MiB whole. */
const LARGEST = 1_000_000

const POINTER =
  '\n\n**Cut here: GitHub takes no more.** The rest is in the log and in the output `evidence`.'

/** A page that GitHub takes: one that is too long ends after a whole line, outside any fence, and says so. */
export function withinSummary(page: string): string {
  const bytes = new TextEncoder().encode(page)
  if (bytes.length <= LARGEST) return page
  const start = new TextDecoder().decode(bytes.subarray(0, LARGEST - POINTER.length - 100))
  const whole = start.slice(0, Math.max(0, start.lastIndexOf('\n')))
  return `${whole}${openFence(whole)}${POINTER}`
}

/** What closes the fence in which a text ends; empty where it ends in none. */
function openFence(text: string): string {
  const fences = text.match(/^`{3,}/gm) ?? []
  return fences.length % 2 === 0 ? '' : `\n${fences.at(-1)}`
}
