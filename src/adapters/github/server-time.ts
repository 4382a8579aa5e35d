import { formatDuration } from '../../domain/config/duration.ts'
import type { Http, HttpAnswer } from '../../ports/http.ts'
import type { Log } from '../../ports/log.ts'
import type { RunnerClock } from '../runner/system-clock.ts'

/** A header has whole seconds and an answer takes its time: what differs by less is no difference, milliseconds. */
const LEAST_MS = 5000
/** From this difference on people are told, milliseconds. */
const TOLD_MS = 60_000

/**
 * The first answer of GitHub puts the clock of this machine right: bakes that one run begins and another one ends are
 * measured by one clock. Before anything is decided, and only once: a clock that is set during a wait would end it.
 */
export function withServerTime(http: Http, clock: RunnerClock, log: Log): Http {
  let isKnown = false
  return {
    async send(request) {
      const sent = clock.now().getTime()
      const answer = await http.send(request)
      const told = isKnown ? undefined : timeIn(answer)
      if (told === undefined) return answer
      isKnown = true
      // Any moment of that second, and any moment between question and answer.
      const off = Math.round(told + 500 - (sent + clock.now().getTime()) / 2)
      const unsure = 500 + (clock.now().getTime() - sent) / 2
      if (Math.abs(off) > Math.max(LEAST_MS, unsure)) correct(off, clock, log)
      return answer
    },
  }
}

/** Milliseconds since 1970; undefined where the answer has no time, or lay in a cache. */
function timeIn({ headers: { date = '', age } }: HttpAnswer): number | undefined {
  // RFC 9110: the one form that is sent.
  if (age !== undefined || !/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/.test(date))
    return undefined
  const told = Date.parse(date)
  return Number.isNaN(told) ? undefined : told
}

function correct(off: number, clock: RunnerClock, log: Log): void {
  const seconds = formatDuration(Math.round(Math.abs(off) / 1000) * 1000)
  const line = `the clock of this machine is ${seconds} ${off > 0 ? 'behind' : 'ahead of'} GitHub's`
  clock.adjust?.(off)
  if (Math.abs(off) >= TOLD_MS) log.info(`${line}: corrected`)
}
