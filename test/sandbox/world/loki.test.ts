import { expect, test } from '@jest/globals'
import { startImitatedLoki } from '../../../sandbox/world/loki/loki.ts'

const AT = 1_767_614_400_000

test('the imitated Loki counts the lines of a tenant, and refuses as Loki does', async () => {
  const loki = await startImitatedLoki()
  const ask = async (query: string, tenant = 'shop') => {
    const parameters = new URLSearchParams({ query, time: String(AT / 1000) })
    const headers = tenant === '' ? {} : { 'x-scope-orgid': tenant }
    const answer = await fetch(`${loki.url}/loki/api/v1/query?${parameters}`, { headers })
    const text = await answer.text()
    return answer.ok
      ? JSON.parse(text).data.result.map((r: { value: unknown[] }) => r.value[1])
      : text
  }
  try {
    const lines = ['level=error no route', 'level=info', 'an ERROR']
    const values = lines.map((line, n) => [`${AT - 1000 * n}000000`, line])
    const body = JSON.stringify({ streams: [{ stream: { app: 'shop', version: '1' }, values }] })
    const headers = { 'content-type': 'application/json', 'x-scope-orgid': 'shop' }
    const pushed = await fetch(`${loki.url}/loki/api/v1/push`, { method: 'POST', headers, body })
    expect(pushed.status).toBe(204)
    const of = (rest: string) => `sum(count_over_time({app="shop"}${rest}))`
    expect(await ask(of(' [10s]'))).toEqual(['3'])
    expect(await ask(of(' [1500ms]'))).toEqual(['2'])
    expect(await ask(of(' |= "error" [10s]'))).toEqual(['1'])
    expect(await ask(of(' |~ "(?i)\\\\berror\\\\b" [10s]'))).toEqual(['2'])
    expect(await ask('sum(count_over_time({app="other"} [10s]))')).toEqual([])
    expect(await ask(of(' [10s]'), 'other')).toEqual([])
    expect(await ask('sum(x')).toContain('parse error')
    expect(await ask(of(' [10s]'), '')).toContain('no org id')
  } finally {
    await loki.close()
  }
})
