/**
 * Loaded by `--import` into an action: its clock is off by CLOCK_OFF_MS, and by as much more as CLOCK_JUMP_MS says from
 * a second on. What really passes is not changed.
 */
const real = Date.now
let off = Number(process.env.CLOCK_OFF_MS ?? 0)
setTimeout(() => {
  off += Number(process.env.CLOCK_JUMP_MS ?? 0)
}, 1000).unref()

globalThis.Date = class extends Date {
  constructor(...parts) {
    if (parts.length === 0) super(real() + off)
    else super(...parts)
  }

  static now() {
    return real() + off
  }
}
