/** What goes wrong, and what stands afterwards. */
import type { Fault } from '../../sandbox/github/index.ts'
import { WRITER } from '../../test/actions/release-world.ts'
import type { Contestant, Step } from './contestants.ts'
import { openPlace, type Place } from './place.ts'
import { type Ran, runOnce } from './run.ts'

export interface Scenario {
  readonly name: string
  /** Faults of the first run. */
  readonly faults?: (contestant: Contestant) => readonly Fault[]
  /** A second run at the same time. */
  readonly beside?: boolean
  /** The outcome is that after another attempt, instead of that of the first run. */
  readonly again?: boolean
  /** Nobody is busy in it. */
  readonly waits?: boolean
}

/** What a captive portal answers. */
const PAGE = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><title>Sign in</title>',
}

/** Seconds of the limit. */
const LIMIT_S = 2

export const scenarios: readonly Scenario[] = [
  { name: 'happy path' },
  { name: 're-run', again: true },
  { name: '502 before', faults: struck({ before: 502 }) },
  { name: '502 before, then re-run', faults: struck({ before: 502 }), again: true },
  { name: 'answer lost', faults: struck({ after: 'reset' }) },
  { name: 'answer lost, then re-run', faults: struck({ after: 'reset' }), again: true },
  { name: '500 twice at first', faults: () => [{ path: /./, times: 2, before: 500 }] },
  { name: `429, retry-after ${LIMIT_S}`, faults: limited },
  { name: '200 with text/html', faults: () => [{ path: /./, times: 9999, before: PAGE }] },
  {
    name: 'silent server',
    faults: () => [{ path: /./, times: 9999, before: 'hang' }],
    waits: true,
  },
  { name: 'two at once', beside: true },
]

/** The request that makes the object is hit once. */
function struck(
  fault: Pick<Fault, 'before' | 'after'>,
): (contestant: Contestant) => readonly Fault[] {
  return ({ makes: { method, path, after } }) => [
    { method, path, times: after },
    { method, path, ...fault },
  ]
}

/** From the request that makes the object on, every write is refused for two seconds. */
function limited({ makes: { method, path, after } }: Contestant): readonly Fault[] {
  let until = Number.POSITIVE_INFINITY
  const refusal: Fault = {
    method,
    path,
    get times() {
      return Date.now() < until ? 1 : 0
    },
    set times(_) {
      if (until === Number.POSITIVE_INFINITY) until = Date.now() + LIMIT_S * 1000
    },
    before: {
      status: 429,
      headers: { 'retry-after': String(LIMIT_S) },
      body: { message: 'API rate limit exceeded' },
    },
  }
  return [{ method, path, times: after }, refusal]
}

/** What a scenario left: the runs that count, and the objects. */
export interface Left {
  readonly ran: readonly Ran[]
  readonly whole: number
  readonly half: number
  readonly requests: number
}

/** Plays one scenario in a place of its own. */
export async function play(contestant: Contestant, scenario: Scenario): Promise<Left> {
  await using place = await openPlace()
  place.world.github.faults.push(...(scenario.faults?.(contestant) ?? []))
  const runs = [1, ...(scenario.beside ? [2] : [])]
  let ran = await Promise.all(runs.map((run) => runIn(place, contestant, run, 1)))
  const requests = place.sent().length
  if (scenario.again) {
    place.world.github.faults.length = 0
    ran = [await runIn(place, contestant, 1, 2)]
  }
  return { ran, ...place.found(contestant.job), requests }
}

function runIn(place: Place, contestant: Contestant, run: number, attempt: number): Promise<Ran> {
  const { github } = place.world
  const { folder, socketPath, planHash } = place
  const token = github.issueToken({ permissions: WRITER, login: 'octocat', kind: 'user' })
  const step: Step = { url: github.url, folder, socketPath, planHash, token, run, attempt }
  return runOnce(contestant.commandFor(step), folder)
}
