/** What files and paths look like elsewhere. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { consumer } from './consumer.ts'
import { config, result, run } from './perf-regression-world.ts'
import { PLAN_INPUTS, releaseWorld } from './release-world.ts'
import { type Answer, serve } from './server.ts'

// Each test starts processes.
jest.setTimeout(60_000)

const windowsLines = (text: string) => text.replaceAll('\n', '\r\n')

/** Hands over to a GitHub whose config somebody saved on Windows. */
const savedOnWindows =
  (real: string): Answer =>
  async ({ method, url, headers: { authorization = '', accept = '' }, body }, response) => {
    const headers = { authorization, accept, 'content-type': 'application/json' }
    const sent = method === 'GET' ? {} : { body }
    const answer = await fetch(real + url, { method, headers, ...sent })
    response.statusCode = answer.status
    response.setHeader('content-type', answer.headers.get('content-type') ?? '')
    if (!url.includes('/contents/')) return void response.end(await answer.bytes())
    const file = (await answer.json()) as { readonly content: string }
    const text = windowsLines(Buffer.from(file.content, 'base64').toString())
    const [size, content] = [Buffer.byteLength(text), Buffer.from(text).toString('base64')]
    response.end(JSON.stringify({ ...file, size, content }))
  }

test.concurrent('[C-24] a config with the lines of Windows gives the same plan, byte by byte', async () => {
  await using world = await releaseWorld({ hasIssues: false })
  await using windows = await serve(savedOnWindows(world.github.url))
  const inputs = { ...PLAN_INPUTS, 'dry-run': 'true' }
  const here = await world.run('plan', inputs)
  const there = await world.run('plan', inputs, {
    ...{ github: windows.url, env: { RUNNER_OS: 'Windows' } },
  })
  expect(here.outputs.plan_hash).toMatch(/^sha256:/)
  expect([there.outputs, there.summary.replaceAll(windows.url, world.github.url)]).toEqual([
    ...[here.outputs, here.summary],
  ])
})

test.concurrent('[C-24] results with the lines of Windows are judged the same, and a path of Windows is no way out', async () => {
  await using at = await consumer(config)
  const compare = (name: string) =>
    run(at, { 'baseline-file': `${name}-before.json`, 'current-file': `${name}-after.json` })
  for (const [name, change] of [
    ['linux', (text: string) => text],
    ['windows', windowsLines],
  ] as const) {
    const pretty = (text: string) => change(JSON.stringify(JSON.parse(text), undefined, 2))
    writeFileSync(join(at.workspace, `${name}-before.json`), pretty(result('1.0.0', 100)))
    writeFileSync(join(at.workspace, `${name}-after.json`), pretty(result('1.1.0', 200)))
  }
  const [linux, windows] = [await compare('linux'), await compare('windows')]
  expect(linux.outputs).toMatchObject({ verdict: 'fail', has_regression: 'true' })
  expect(windows.outputs).toEqual(linux.outputs)
  for (const path of [
    'C:\\Windows\\win.ini',
    '..\\..\\secret.json',
    '\\\\host\\share\\file.json',
  ]) {
    const inputs = { 'baseline-file': path, 'current-file': 'linux-after.json' }
    const { exit, outputs } = await run(at, inputs)
    expect([exit, outputs.verdict]).toEqual([1, 'inconclusive'])
    expect(outputs.reason).toContain('does not exist')
  }
})
