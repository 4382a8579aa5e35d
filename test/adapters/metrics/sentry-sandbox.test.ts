import { expect, test } from '@jest/globals'
import { startSentry } from '../../../sandbox/world/sentry/sentry.ts'
import type { Objective } from '../../../src/domain/judging/objective.ts'
import { connect, look, NOW, objectiveOf, WINDOW } from './rig.ts'

const RELEASE = 'web@1.2.0'
const table: readonly (readonly [query: string, objective: Partial<Objective>])[] = [
  ['crashed-users', { unit: 'ratio', limit: 0.02 }],
  ['events:TOB_PARSE_ERROR', { limit: 10 }],
  ['new-issues', { limit: 0 }],
  ['adoption', { unit: 'ratio', limit: 0.1, direction: 'at-least' }],
]

test('the table of crashes and errors is read from the Sentry of the sandbox', async () => {
  const tokens = { hush: ['org:read', 'project:read', 'event:read'] } as const
  const sentry = await startSentry({ tokens, projects: ['web'], now: () => NOW })
  try {
    const config = {
      provider: 'sentry-health',
      url: sentry.url,
      organization: 'acme',
      projects: ['web'],
    }
    const secrets = { SENTRY_AUTH_TOKEN: 'hush' }
    const judged = async () => {
      const connected = connect(config, { origins: [sentry.url], secrets })
      const each = table.map(([query, more]) =>
        look(connected, objectiveOf({ query, ...more }), WINDOW),
      )
      return (await Promise.all(each)).map(({ verdict, value }) => [verdict, value])
    }
    expect(new Set((await judged()).map(([verdict]) => verdict))).toEqual(new Set(['inconclusive']))
    sentry.setSessions(RELEASE, { total: 2000, crashed: 4, users: 1000, crashedUsers: 4 })
    sentry.setSessions('web@1.1.0', { total: 6000, crashed: 0, users: 1000, crashedUsers: 0 })
    sentry.addEvents({ release: RELEASE, message: 'TOB_PARSE_ERROR in x.wzp', count: 10 })
    expect(await judged()).toEqual([
      ['pass', 0.004],
      ['pass', 10],
      ['pass', 0],
      ['pass', 0.25],
    ])
    sentry.setSessions(RELEASE, { total: 2000, crashed: 50, users: 1000, crashedUsers: 21 })
    sentry.addEvents({ release: RELEASE, message: 'TOB_PARSE_ERROR in y.wzp', count: 1 })
    const issue = { title: 'Crash', level: 'fatal', status: 'unresolved', count: 1, userCount: 1 }
    sentry.addIssue({ ...issue, level: 'fatal', status: 'unresolved', firstRelease: RELEASE })
    expect((await judged()).map(([verdict]) => verdict)).toEqual(['fail', 'fail', 'fail', 'pass'])
  } finally {
    await sentry.close()
  }
})
