/**
 * A signal that is aborted by SIGINT or SIGTERM. GitHub leaves 7.5 s after the first and 2.5 s after the second: the
 * action makes the world safe first and records second.
 */
export function cancellation(): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => controller.abort(new Error(`the job was cancelled (${name})`)))
  return controller.signal
}

/** How long the outputs may take to be written, milliseconds. */
const LAST_MS = 1000

/**
 * A request that nobody waits for any more must not hold the process of a cancelled job: it is given up with the process,
 * which never ends well that way.
 */
export function endSoon(signal: AbortSignal): void {
  if (signal.aborted) setTimeout(() => process.exit(process.exitCode ?? 1), LAST_MS).unref()
}
