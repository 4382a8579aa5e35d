import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'sentry-release-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const good: Readonly<Record<string, string>> = {
  version: '1.4.0',
  organization: 'acme',
  project: 'checkout-service',
  release: '{project}@{version}',
  url: 'https://sentry.io',
  'auth-token': 'sntrys_secret',
  finalize: 'true',
  'dry-run': 'false',
}
const LONG = 'a'.repeat(131_000)
const bad: readonly (readonly [string, readonly string[]])[] = [
  ['version', ['', '1.4', '$(id)', '1.4.0\n2.0.0', '--help', LONG]],
  ['organization', ['', 'Acme', '../x', 'a b', '$(id)', LONG]],
  ['project', ['', 'a/b', '-x', 'a\nb', '$(id)', LONG]],
  ['release', ['', 'a/b', 'latest', '--help', 'a\nb', '{product}', '$(id)', LONG]],
  [
    'url',
    ['', 'example.test', 'http://10.0.0.1', 'https://u:p@sentry.io', 'file:///x', '$(id)', LONG],
  ],
  ['auth-token', ['', 'two words', 'a\nb', LONG]],
  ['finalize', ['', 'yes', '1', 'true\nfalse', LONG]],
  ['dry-run', ['', 'no', '$(id)', LONG]],
]

test.each(bad)('a bad %s is refused in one line that does not repeat it', (name, values) => {
  for (const value of values) {
    const { exit, log, output } = check({ ...good, [name]: value })
    expect({ value, exit }).toEqual({ value, exit: 1 })
    expect(log.split('\n')).toEqual([expect.stringMatching(`^::error::.* input ${name}: `), ''])
    expect(output).toContain('verdict=inconclusive\n')
    if (value.length > 3) expect(log).not.toContain(value.slice(0, 40))
  }
})

test('good inputs pass the check, and the token is masked', () => {
  expect(check(good)).toEqual({ exit: 0, log: '::add-mask::sntrys_secret\n', output: '' })
})

/** The first step alone, as the runner starts it. */
function check(inputs: Readonly<Record<string, string>>) {
  const file = join(folder, 'output')
  writeFileSync(file, '')
  const names = Object.entries(inputs).map(([name, value]) => [
    `IN_${name.replaceAll('-', '_').toUpperCase()}`,
    value,
  ])
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, 'actions/sentry-release/check.mjs')],
    { env: { ...Object.fromEntries(names), GITHUB_OUTPUT: file }, encoding: 'utf8' },
  )
  return { exit: status, log: stdout, output: readFileSync(file, 'utf8') }
}
