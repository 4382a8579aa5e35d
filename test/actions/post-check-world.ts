/** All of the traffic is on the new version, and for half an hour its logs and key figures are watched. */
import { expect } from '@jest/globals'
import type { ReleaseWorld } from './release-world.ts'
import { json, type Server, serve } from './server.ts'
import { MINUTE, promote, tickAt, tickWorld } from './tick-world.ts'

/** What the sources say. */
export interface Said {
  /** Of 1,000 log lines. */
  errorLines: number
  /** Orders a minute. */
  orders: number
  intact: boolean
}

const OBJECTIVES = `[
  { name: error-lines, metric: error-rate, source: logs, unit: ratio, limit: 1% },
  { name: orders, metric: custom, source: kpis, query: orders, unit: count, limit: '10', direction: at-least, min-samples: 1 },
  { name: integrity, metric: custom, source: kpis, query: integrity, unit: count, limit: '1', direction: at-least, min-samples: 1 }]`

const sourcesAt = (url: string) => `completing: {}
sources:
  logs: { provider: loki, url: '${url}', lines: '{app="shop", version="{version}"}', errors: '|= "ERROR"' }
  kpis:
    provider: http-json
    url: ${url}
    values:
      orders: { path: /kpis/realtime, value: /orders, unit: count }
      integrity: { path: '/integrity/check?from={release-start}', value: /intact, unit: yes-no }
`

/** A release whose one stage is over, and its post-checks have begun. */
export async function postChecked() {
  const said: Said = { errorLines: 0, orders: 50, intact: true }
  const server = await serve(({ url }, response) => {
    if (!url.startsWith('/loki')) return json(response, said)
    const parameters = new URLSearchParams(url.split('?')[1])
    const isOfErrors = parameters.get('query')?.includes('ERROR')
    const value = [Number(parameters.get('time')), String(isOfErrors ? said.errorLines : 1000)]
    const result = [{ metric: {}, value }]
    json(response, { status: 'success', data: { resultType: 'vector', result } })
  })
  const world = await tickWorld({
    ...{ hasIssues: false, stages: '[{ weight: 100%, bake: 1h }]', objectives: OBJECTIVES },
    ...{ allow: [server.url], more: sourcesAt(server.url) },
  })
  await world.plan()
  await promote(world)
  const passed = await tickAt(world, 61 * MINUTE)
  expect(passed.outputs.releases).toContain('"state":"completing"')
  return Object.assign(world, { said, asked: () => askedOf(server), ...disposing(world, server) })
}

/** Questions by path and decoded query, the newest last. */
const askedOf = ({ seen }: Server) =>
  seen.map(({ url }) => decodeURIComponent(url.replaceAll('+', ' ')))

function disposing(world: ReleaseWorld, server: Server): AsyncDisposable {
  const end = world[Symbol.asyncDispose].bind(world)
  return {
    async [Symbol.asyncDispose]() {
      await end()
      await server[Symbol.asyncDispose]()
    },
  }
}
