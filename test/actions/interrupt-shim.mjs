// Loaded into an action: SIGINT comes in the pause of this number, counted from 1, a moment after it began.
import { syncBuiltinESMExports } from 'node:module'
import process from 'node:process'
import timers from 'node:timers/promises'

const INTERRUPTED = Number(process.env.INTERRUPT_PAUSE)
const pause = timers.setTimeout
let count = 0

function interrupt() {
  process.stderr.write(`interrupted at ${Date.now()}\n`)
  process.kill(process.pid, 'SIGINT')
}

timers.setTimeout = (ms, value, options) => {
  // A deadline is no pause.
  if (options?.ref !== false && ++count === INTERRUPTED) setTimeout(interrupt, Math.min(ms, 20) / 2)
  return pause(ms, value, options)
}
syncBuiltinESMExports()
