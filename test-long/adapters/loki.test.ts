import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { startImitatedLoki } from '../../sandbox/world/loki/loki.ts'
import { startLoki } from '../../sandbox/world/real/loki.ts'
import { findLoki } from '../../sandbox/world/real/programs.ts'
import { connect, look, objectiveOf } from '../../test/adapters/metrics/rig.ts'

// Whole seconds: lines are asked for by windows of them.
const now = new Date(Math.floor(Date.now() / 1000) * 1000 + 1000)
const window = { version: '1.2.0', from: new Date(now.getTime() - 300_000), to: now }

/** A hundred lines of each version; the new one logs errors. */
async function push(url: string, tenant: string) {
  const values = (errors: number) =>
    Array.from({ length: 100 }, (_, n) => [
      `${now.getTime() - 60_000 + n * 100}000000`,
      n < errors ? 'level=error msg="no route"' : 'level=info msg="order taken"',
    ])
  const stream = (version: string) => ({ app: 'shop', version })
  const streams = [
    { stream: stream('1.1.0'), values: values(0) },
    { stream: stream('1.2.0'), values: values(7) },
  ]
  const headers = { 'content-type': 'application/json', 'x-scope-orgid': tenant }
  const body = JSON.stringify({ streams })
  const { status } = await fetch(`${url}/loki/api/v1/push`, { method: 'POST', headers, body })
  expect(status).toBe(204)
}

test('Loki counts the lines of a version, for its tenant only', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'loki-'))
  const program = findLoki()
  const server = await (program === undefined ? startImitatedLoki() : startLoki(program, directory))
  try {
    await push(server.url, 'shop')
    const config = {
      ...{ provider: 'loki', url: server.url, tenant: 'shop' },
      lines: '{app="shop", version="{version}"}',
    }
    const asked = (more: object, version = '1.2.0', changed: object = {}) =>
      look(
        connect({ ...config, ...changed }, { origins: [server.url], now }),
        objectiveOf({ metric: 'error-rate', unit: 'ratio', limit: 0.05, ...more }),
        { ...window, version },
      )
    expect(await asked({})).toMatchObject({ verdict: 'fail', value: 0.07, samples: 100 })
    expect(await asked({}, '1.1.0')).toMatchObject({ verdict: 'pass', value: 0, samples: 100 })
    expect(await asked({}, '1.0.0')).toMatchObject({ verdict: 'inconclusive', samples: 0 })
    expect(await asked({}, '1.2.0', { tenant: 'other' })).toMatchObject({ samples: 0 })
    const query = 'sum(count_over_time({version="{version}"} |= "no route" [{window}]))'
    const routes = await asked({ metric: 'custom', query, unit: 'count', limit: 10 })
    expect(routes).toMatchObject({ verdict: 'pass', value: 7, samples: 100 })
    const wrong = await asked({ metric: 'custom', query: 'sum(x', unit: 'count' })
    expect(wrong).toMatchObject({ verdict: 'inconclusive' })
    expect(wrong.answer).toContain('Loki answered 400: parse error')
    const nobody = await asked({}, '1.2.0', { tenant: undefined })
    expect(nobody.answer).toContain('Loki answered 401: no org id')
  } finally {
    await server.close()
    rmSync(directory, { recursive: true, force: true })
  }
})
