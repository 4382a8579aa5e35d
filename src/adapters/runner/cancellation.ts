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
