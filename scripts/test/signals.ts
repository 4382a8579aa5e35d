/** A run that is told to end first ends what it started. */
import type { ChildProcess } from 'node:child_process'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Hands signals on to a child. What it answers stops that, and gives the signal that came. */
export function handSignalsTo(child: ChildProcess): () => NodeJS.Signals | undefined {
  let came: NodeJS.Signals | undefined
  const hand = (signal: NodeJS.Signals) => {
    came = signal
    child.kill(signal)
  }
  for (const signal of SIGNALS) process.on(signal, hand)
  return () => {
    for (const signal of SIGNALS) process.removeListener(signal, hand)
    return came
  }
}
