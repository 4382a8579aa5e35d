/**
 * Loaded by `--import` into an action: a second of its clock, and of each of its pauses, takes a millisecond, or as TIME_LAPSE
 * says how many times faster they are.
 */
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'

const TIMES = Number(process.env.TIME_LAPSE ?? 1000)
const real = { now: Date.now, passed: performance.now.bind(performance), pause: timers.setTimeout }
const [start, from] = [real.now(), real.passed()]
const passed = () => from + (real.passed() - from) * TIMES

globalThis.Date = class extends Date {
  constructor(...parts) {
    if (parts.length === 0) super(start + passed() - from)
    else super(...parts)
  }

  static now() {
    return start + passed() - from
  }
}
performance.now = passed
timers.setTimeout = (ms, ...rest) => real.pause(ms / TIMES, ...rest)
syncBuiltinESMExports()
