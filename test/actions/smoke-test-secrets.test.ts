import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { smoke, verdictsOf } from './smoke-test-world.ts'

// Each test starts processes.
jest.setTimeout(60_000)

const TOKEN = 'pypi-AgEIcHlwaS5vcmcNotForAnyLog'

/** A command that fails with what it sees of the token. */
const look = (name: string, more = '') =>
  `- {kind: command, name: ${name}, argv: [node, -e, 'console.error("saw " + process.env.PYPI_API_TOKEN); process.exit(process.env.PYPI_API_TOKEN ? 7 : 8)']${more}}`
const ASKS = ', secrets: [PYPI_API_TOKEN]'
const suites = (...lines: readonly string[]) =>
  `suites:\n${lines.map((l) => `    ${l}\n`).join('')}`

const publish = (config: string, inputs: Readonly<Record<string, string>> = {}) =>
  smoke(
    { smoke: config },
    { suite: 'rollback-publish', target: 'none', 'pypi-api-token': TOKEN, ...inputs },
  )

test('the token reaches the command that names it, no other one, and no report', async () => {
  const config = suites(
    'rollback-publish:',
    `  ${look('upload', ASKS)}`,
    `  ${look('announce')}`,
    'basic:',
    `  ${look('other')}`,
  )
  const run = await publish(config)
  expect(run.evidence).toMatchObject([
    { name: 'upload', answer: expect.stringMatching(/^exit 7 .*: saw PYPI_API_TOKEN$/) },
    { name: 'announce', answer: expect.stringMatching(/^exit 8 .*: saw undefined$/) },
  ])
  const other = await publish(config, { suite: 'basic' })
  expect(other.evidence).toMatchObject([{ answer: expect.stringMatching(/: saw undefined$/) }])
  for (const { log, summary, outputs } of [run, other]) {
    expect(log).toContain(`::add-mask::${TOKEN}`)
    const open = log.replaceAll(/^::add-mask::.*$/gm, '')
    expect([open, summary, ...Object.values(outputs)].join('\n')).not.toContain(TOKEN)
  }
})

test('without the token nothing of the suite runs, and the reason is plain', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'publish-'))
  try {
    const marker = join(folder, 'published')
    const write = `- {kind: command, name: first, argv: [node, -e, 'require("fs").writeFileSync("${marker}", "x")']}`
    const config = suites('rollback-publish:', `  ${write}`, `  ${look('upload', ASKS)}`)
    const run = await publish(config, { 'pypi-api-token': '' })
    expect(run).toMatchObject({
      exit: 1,
      outputs: {
        verdict: 'inconclusive',
        reason:
          'the suite rollback-publish needs PYPI_API_TOKEN, which is empty: nothing was run. Set the secret and pass it by name',
      },
    })
    expect(existsSync(marker)).toBe(false)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a suite that does not publish gets no secret: the config is refused where it stands', async () => {
  const run = await publish(suites('basic:', `  ${look('upload', ASKS)}`), { suite: 'basic' })
  expect(run.outputs).toMatchObject({ verdict: 'inconclusive' })
  expect(run.outputs.reason).toMatch(
    /^\.github\/release-actions\.yml:\d+:\d+: smoke\.suites\.basic\.0\.secrets: only commands of the suite rollback-publish get secrets/,
  )
})

test('a command is told the version that the emergency release gets, and needs it to run', async () => {
  const argv = `[node, -e, 'process.exit(process.argv[1] === "1.1.1" ? 0 : 3)', '{next-version}']`
  const config = suites('rollback-publish:', `  - {kind: command, name: build, argv: ${argv}}`)
  const run = await publish(config, { next_version: 'v1.1.1' })
  expect(verdictsOf(run)).toEqual({ build: 'pass' })
  const without = await publish(config)
  expect(without.outputs).toMatchObject({
    verdict: 'inconclusive',
    reason: 'build: not run: the check needs {next-version} and there is none',
  })
})
