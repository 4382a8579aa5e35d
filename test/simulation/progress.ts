/** Between two lines, milliseconds. */
const EVERY_MS = 3000

/** How fast it went. */
export function perSecond(seeds: number, ms: number): number {
  return ms === 0 ? 0 : Math.round((seeds * 1000) / ms)
}

/** Says every few seconds how many of so many seeds are done; `say` gets a line at a time. */
export function progressOf(seeds: number, say: (line: string) => void): (done: number) => void {
  const begun = performance.now()
  let last = begun
  return (done) => {
    const now = performance.now()
    if (now - last < EVERY_MS) return
    last = now
    say(`${done} of ${seeds} seeds, ${perSecond(done, now - begun)} seeds/s`)
  }
}
