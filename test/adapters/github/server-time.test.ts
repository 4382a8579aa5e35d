import { expect, test } from '@jest/globals'
import { withServerTime } from '../../../src/adapters/github/server-time.ts'
import type { RunnerClock } from '../../../src/adapters/runner/system-clock.ts'
import type { Http } from '../../../src/ports/http.ts'

const NOON = Date.UTC(2026, 0, 1, 12)
const MINUTE = 60_000
const request = { method: 'GET', url: 'https://api.github.example/' } as const

/** GitHub's clock shows noon when it answers for the first time; the machine's is off by so much. */
function machine(off: number, headers: (now: number) => Record<string, string> = dated) {
  let now = NOON
  let adjusted = 0
  const lines: string[] = []
  const clock: RunnerClock = {
    now: () => new Date(now + off + adjusted),
    sleep: async (ms) => {
      now += ms
    },
    adjust: (ms) => {
      adjusted += ms
    },
  }
  const say = (line: string) => lines.push(line)
  const log = { info: say, warning: (line: string) => say(`warning: ${line}`), error: say }
  let took = 200
  const http: Http = {
    async send() {
      now += took / 2
      const answer = { status: 200, headers: headers(now), body: new Uint8Array(), elapsedMs: took }
      now += took / 2
      return answer
    },
  }
  const timed = withServerTime(http, clock, log)
  return {
    lines,
    /** What is still wrong after one more answer that takes so long, milliseconds. */
    async ask(ms = 200) {
      took = ms
      await timed.send(request)
      return clock.now().getTime() - now
    },
    set: (ms: number) => {
      adjusted += ms
    },
  }
}

const dated = (now: number) => ({ date: new Date(now).toUTCString() })

test.each([
  [7000, []],
  [-5 * MINUTE, ["the clock of this machine is 5m behind GitHub's: corrected"]],
  [29 * MINUTE, ["the clock of this machine is 29m ahead of GitHub's: corrected"]],
])(
  "a machine whose clock is off by %i ms tells GitHub's time from the first answer on",
  async (off, lines) => {
    const one = machine(off)
    expect(Math.abs(await one.ask())).toBeLessThan(1000)
    expect(one.lines).toEqual(lines)
  },
)

test.each([0, 900, -4500, 4500])('what may be the way of an answer is left: %i ms', async (off) => {
  const one = machine(off)
  expect(await one.ask()).toBe(off)
  expect(one.lines).toEqual([])
})

test('an answer that took long says little', async () => {
  const one = machine(9000)
  expect(await one.ask(20_000)).toBe(9000)
})

test('a clock that is set later is left alone: it would end a wait', async () => {
  const one = machine(0)
  await one.ask()
  one.set(10 * MINUTE)
  expect(await one.ask()).toBe(10 * MINUTE)
})

test.each<[string, (now: number) => Record<string, string>]>([
  ['no time', () => ({})],
  ['no date', () => ({ date: 'yesterday' })],
  ['a date that is none', () => ({ date: 'Xxx, 99 Xxx 2026 12:00:00 GMT' })],
  ['a cached answer', (now) => ({ ...dated(now), age: '3' })],
])('%s says nothing, and the next answer does', async (_name, headers) => {
  let asked = 0
  const one = machine(5 * MINUTE, (now) => (asked++ === 0 ? headers(now) : dated(now)))
  expect(await one.ask()).toBe(5 * MINUTE)
  expect(Math.abs(await one.ask())).toBeLessThan(1000)
})
