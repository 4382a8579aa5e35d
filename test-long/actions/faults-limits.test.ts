import { expect, jest, test } from '@jest/globals'
import type { FaultAnswer } from '../../sandbox/github/index.ts'
import {
  freezeDrill,
  improper,
  promoteDrill,
  publishDrill,
} from '../../test/actions/faults/drill.ts'
import { FIRST, rigOf } from '../../test/actions/faults/rig.ts'

// The limits are waited for as long as they say.
jest.setTimeout(180_000)

const WAIT_S = 2
const inSeconds = () => Math.ceil(Date.now() / 1000) + WAIT_S
const SECONDARY = { message: 'You have exceeded a secondary rate limit.' }

/** How GitHub says that it is too much, and from when on (seconds since 1970) it may be asked again. */
const LIMITS: Readonly<Record<string, () => readonly [FaultAnswer, number]>> = {
  '429 with seconds': () => [
    { status: 429, headers: { 'retry-after': String(WAIT_S) } },
    Math.floor(Date.now() / 1000) + WAIT_S,
  ],
  '429 with a date': () => {
    const until = inSeconds()
    const date = new Date(until * 1000).toUTCString()
    return [{ status: 429, headers: { 'retry-after': date } }, until]
  },
  '403 with a reset time': () => {
    const until = inSeconds()
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(until) }
    return [{ status: 403, headers, body: { message: 'API rate limit exceeded' } }, until]
  },
  'a secondary limit': () => [
    { status: 403, headers: { 'retry-after': String(WAIT_S) }, body: SECONDARY },
    Math.floor(Date.now() / 1000) + WAIT_S,
  ],
}

test.concurrent.each([freezeDrill, publishDrill, promoteDrill])(
  '$name: a limit at the first write is waited for, nothing is sent before, and it is done once',
  async (drill) => {
    await using rig = await rigOf(drill)
    for (const [name, limit] of Object.entries(LIMITS)) {
      let until = 0
      const fault = {
        ...drill.firstWrite,
        login: FIRST,
        // Made when the request comes.
        get before() {
          const [answer, from] = limit()
          until = from
          return answer
        },
      }
      rig.world.github.faults.push(fault)
      const run = await rig.run({ realTime: true })
      const sent = rig.sent()
      const at = sent.findIndex(({ status }) => status === 429 || status === 403)
      const next = sent[at + 1]
      expect([name, at > 0, next?.path]).toEqual([name, true, sent[at]?.path])
      expect(Date.parse(next?.at ?? '') / 1000).toBeGreaterThanOrEqual(until)
      expect([name, run.exit, await rig.lacks(), await rig.doubles(), improper(run)]).toEqual([
        ...[name, 0, [], [], []],
      ])
      await rig.rewind()
    }
  },
)
