import { expect, jest, test } from '@jest/globals'
import { fakeGitHub } from './fake-github.ts'
import { runAction } from './run-action.ts'
import { smoke, verdictsOf } from './smoke-test-world.ts'

// Each test starts processes.
jest.setTimeout(60_000)

const EDGE = "tag-prefix: 'edge/v'"

test.each(['edge/v1.1.0', 'v1.1.0', '1.1.0'])(
  '%s names 1.1.0 of a product with the prefix edge/v',
  async (tag) => {
    const run = await smoke({ more: EDGE }, { version_to_test: tag })
    expect(run.exit).toBe(0)
    expect(verdictsOf(run)).toEqual({ version: 'pass', health: 'pass' })
  },
)

test('a tag of another product is refused by every action that reads the config, and the product’s own is not', async () => {
  await using github = await fakeGitHub(`product: checkout\nobjectives: none\n${EDGE}\n`)
  const reasonOf = async (name: string, inputs: Readonly<Record<string, string>>) =>
    (await runAction(name, { github: github.url, inputs })).outputs.reason
  const rows = [
    ['observability-gate', 'version', {}],
    ['verify-pypi', 'version', {}],
    ['auto-freeze-issue', 'version', { gate: 'gate', reason: 'slow', 'dry-run': 'true' }],
  ] as const
  for (const [name, input, rest] of rows) {
    const own = await reasonOf(name, { ...rest, [input]: 'edge/v1.1.0' })
    expect([name, own]).toEqual([name, expect.not.stringContaining('must be a version')])
    const other = await reasonOf(name, { ...rest, [input]: 'cloud/v1.1.0' })
    expect([name, other]).toEqual([
      name,
      `input ${input}: must be a version such as 1.4.0 or edge/v1.4.0`,
    ])
  }
})
