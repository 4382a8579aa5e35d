import type { Objective } from '../../../src/domain/judging/objective.ts'
import { type Seen, serve } from '../../actions/server.ts'
import { connect, look, objectiveOf, WINDOW } from './rig.ts'
import { type Health, type Paths, sentry, sentryConfig } from './sentry.ts'

/** What differs from a Sentry of a thousand sessions. */
export interface Asked {
  readonly health?: Health | undefined
  readonly paths?: Paths
  readonly config?: object
  readonly from?: Date
}

/** Asks an imitated Sentry once, as a gate does. */
export async function ask(query: string, objective: Partial<Objective>, asked: Asked = {}) {
  const { health = { sessions: 1000 }, paths = {}, config = {}, from = WINDOW.from } = asked
  await using server = await serve(sentry('health' in asked ? asked.health : health, paths))
  const whole = { ...sentryConfig(server.url), ...config }
  const connected = connect(whole, { origins: [server.url] })
  const evidence = await look(connected, objectiveOf({ query, ...objective }), { ...WINDOW, from })
  return { ...evidence, seen: [...server.seen] }
}

/** An objective that wants a share of at least so much. */
export const free = (limit: number): Partial<Objective> => ({
  unit: 'ratio',
  limit,
  direction: 'at-least',
})
/** What a request asked for. */
export const parametersOf = ({ url }: Seen) => new URL(url, 'http://it').searchParams
/** At most ten of something. */
export const count: Partial<Objective> = { unit: 'count', limit: 10 }
