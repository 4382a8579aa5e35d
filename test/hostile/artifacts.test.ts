import { expect, jest, test } from '@jest/globals'
import { type Results, startResults } from '../../sandbox/results/index.ts'
import { measurable, run, versions } from '../actions/perf-regression-world.ts'
import { REPOSITORY, type ReleaseWorld, releaseWorld, WRITER } from '../actions/release-world.ts'
import { readZip } from '../workflows/zip.ts'
import { DEBUG, encodings, hits } from './canary.ts'

// Each test starts processes.
jest.setTimeout(90_000)

const WEBHOOK = 'https://hooks.example/services/T0/B0/notForAnyArtifact'

/** The service, and the environment of a job that may upload to it. */
async function uploads() {
  const results = await startResults()
  const runtime = results.runtimeToken('7')
  const env = {
    ...DEBUG,
    ACTIONS_RESULTS_URL: results.url,
    ACTIONS_RUNTIME_TOKEN: runtime,
    // The client refuses other servers.
    GITHUB_SERVER_URL: 'https://github.com',
  }
  return { results, runtime, env, [Symbol.asyncDispose]: () => results.close() }
}

/** Every file of every artifact, by artifact and name. */
async function filesOf(results: Results): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = {}
  for (const { name } of results.artifacts())
    for (const [file, text] of readZip(await results.read(name))) files[`${name}/${file}`] = text
  return files
}

/** The old release has files whose names are the secret in its spellings. */
function nameFilesAfter(secret: string, { github }: ReleaseWorld): void {
  const assets = github.releases(REPOSITORY).find(({ tagName }) => tagName === 'v1.0.0')?.assets
  const [asset] = assets ?? []
  if (assets === undefined || asset === undefined) throw new Error('there is no old release')
  for (const [i, name] of Object.values(encodings(secret)).entries())
    assets.push({ ...asset, id: 9000 + i, name: `${i}-${name}` })
}

test('[C-84] the way back and the decision, as artifacts, hold no secret of the job in any spelling', async () => {
  await using world = await releaseWorld({ hasIssues: false })
  await using to = await uploads()
  const token = world.github.issueToken({ permissions: WRITER })
  nameFilesAfter(token, world)
  const hash = await world.plan()
  const decided = await world.run(
    'publish-rollout-metadata',
    { token, version: '1.1.0', 'plan-hash': hash, decision: 'go', artifact: 'true' },
    { env: to.env },
  )
  const ready = await world.run(
    'release-rollback',
    {
      ...{ token, operation: 'readiness', rollback_version: '1.0.0', current_version: '1.1.0' },
      ...{ rollback_reason: WEBHOOK, pypi_action: 'leave-as-is', 'slack-webhook-url': WEBHOOK },
    },
    { env: to.env },
  )
  expect([decided, ready].map(({ outputs }) => outputs.verdict)).toEqual(['pass', 'pass'])
  const files = await filesOf(to.results)
  expect(Object.keys(files).toSorted()).toEqual([
    'release-go-no-go-1.1.0/release-go-no-go.json',
    'release-go-no-go-1.1.0/release-go-no-go.md',
    'rollback-configuration/rollback-configuration.json',
  ])
  expect(Object.values(files).join()).toContain('"0-***"')
  for (const secret of [token, to.runtime, WEBHOOK]) expect(hits(secret, files)).toEqual([])
})

/** A measuring command that names a metric after each variable of its environment. */
const TELLTALE = `
const metrics = { time: { unit: 'ms', direction: 'lower', value: 1 } }
for (const [i, value] of Object.values(process.env).entries()) {
  const hex = Buffer.from(value).toString('hex')
  for (let at = 0; at < hex.length && at < 96; at += 48)
    metrics['v' + i + '.' + at + '.' + hex.slice(at, at + 48)] = metrics.time
}
console.log(JSON.stringify({ metrics: Object.fromEntries(Object.entries(metrics).slice(0, 200)) }))
`

test('[C-84] results that were measured hold no token of the job, although the command tells all that it is told', async () => {
  await using at = await measurable('100 1000', '100 1000', TELLTALE)
  await using to = await uploads()
  const token = 'ghs_forNoCommand'
  const env = { ...to.env, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token, INPUT_SECRET: token }
  const measured = await run(at, { ...versions, phase: 'measure' }, { ...env, SEEN: 'told' })
  expect(measured.outputs).toMatchObject({ verdict: 'pass' })
  const files = await filesOf(to.results)
  expect(Object.keys(files)).toHaveLength(2)
  const hex = (text: string) => Buffer.from(text).toString('hex')
  expect(Object.values(files).join()).toContain(`.${hex('told')}"`)
  for (const secret of [token, to.runtime.slice(0, 20)])
    expect(Object.values(files).join()).not.toContain(hex(secret))
})
