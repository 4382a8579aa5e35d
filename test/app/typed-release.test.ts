import { expect, test } from '@jest/globals'
import { type History, releaseType } from '../../src/app/typed-release.ts'
import { loadConfig } from '../../src/domain/config/load.ts'

const config = loadConfig('product: shop\ntag-prefix: edge/\nobjectives: none\ntypes: {}\n', '')

/** Tags and records that there are, and what was asked for. */
function history(tags: readonly string[], recorded: readonly string[]) {
  const asked: string[] = []
  const known: History = {
    ledger: {
      versions: async ({ product, channel }) => {
        asked.push(`${product} ${channel}`)
        return recorded
      },
    },
    repository: {
      tagCommit: async (tag) => {
        asked.push(tag)
        return tags.includes(tag) ? 'c'.repeat(40) : undefined
      },
      relation: async () => 'ahead',
    },
  }
  return { known, asked }
}

const step = (version: string, baseline = '1.0.0', channel = 'stable') => ({
  baseline,
  version,
  channel,
})

test('the next version is of its type without a question', async () => {
  const { known, asked } = history([], [])
  expect(await releaseType(undefined, step('1.1.0'), config, known)).toBe('minor')
  expect(await releaseType('migration', step('7.1.3'), config, known)).toBe('migration')
  expect(asked).toEqual([])
})

test('what was passed over was planned or tagged', async () => {
  const { known, asked } = history(['edge/1.0.2'], ['0.9.0', '1.0.1'])
  expect(await releaseType('hotfix', step('1.0.3'), config, known)).toBe('patch')
  expect(asked).toEqual(['shop stable', 'edge/1.0.2'])
  await expect(releaseType(undefined, step('1.0.5'), config, known)).rejects.toThrow(
    '1.0.0 → 1.0.5 passes over 1.0.3, which was never tagged nor planned',
  )
})

test('of a prerelease the record tells what was passed over', async () => {
  const beta = step('1.2.0-beta.1', '1.0.0', 'beta')
  const { known } = history([], ['1.1.0-beta.1'])
  expect(await releaseType(undefined, beta, config, known)).toBe('minor')
  await expect(releaseType(undefined, beta, config, history([], []).known)).rejects.toThrow(
    'passes over 1.1.0',
  )
})
