/** @story */
import { readFileSync } from 'node:fs'
import { expect, jest, test } from '@jest/globals'
import { named } from './named-differences.ts'
import { conversations } from './recorded/conversation.ts'
import { replay } from './recorded/replay.ts'
import { preparations, stageOf } from './recorded/stages.ts'

// Many small servers, on a machine that others use too.
jest.setTimeout(120_000)

const { version, differences, unused } = named.fixtures
/** Which named difference was seen in which conversation. */
const seen = new Map<string, Set<string>>(differences.map((each) => [each.difference, new Set()]))

/** The name of a difference: without the request and the way to the member. */
function nameOf(line: string): string | undefined {
  const said = line.slice(line.indexOf(': ') + 2)
  return differences
    .map(({ difference }) => difference)
    .find((difference) => said === difference || said.endsWith(`.${difference}`))
}

test('the recordings are those that the table is about', () => {
  const file = new URL('../../node_modules/@octokit/fixtures/package.json', import.meta.url)
  expect(JSON.parse(readFileSync(file, 'utf8')).version).toBe(version)
  const told = [...Object.keys(preparations), ...unused.map(({ conversation }) => conversation)]
  expect(told.toSorted()).toEqual(conversations())
})

test.each(Object.keys(preparations))(
  '%s: every answer is what GitHub once answered, or differs as named',
  async (name) => {
    const stage = await stageOf(name)
    const lines = await replay(name, stage)
    await stage.close()
    for (const line of lines) seen.get(nameOf(line) ?? '')?.add(name)
    expect(lines.filter((line) => nameOf(line) === undefined)).toEqual([])
    const strange = stage.github.violations.filter((each) => !each.endsWith('/git/refs/'))
    expect(strange).toEqual([])
  },
)

test('every named difference is seen where the table says, and nowhere else', () => {
  const found = differences.map(({ difference }) => [...(seen.get(difference) ?? [])].toSorted())
  expect(found).toEqual(differences.map((each) => each.conversations))
})
