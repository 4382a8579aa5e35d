import { expect, test } from '@jest/globals'
import { loadConfig } from '../../../src/domain/config/load.ts'
import type { Entry } from '../../../src/domain/ledger/entry.ts'
import type { Plan } from '../../../src/domain/rollout/plan.ts'
import { assertStaged } from '../../../src/domain/rollout/staged.ts'

const FILE = { kind: 'release-asset', name: 'shop.tgz', digest: `sha256:${'a'.repeat(64)}` }
const plan = (change: Partial<Plan> = {}): Plan => ({
  ...{ schema: 1, product: 'shop', channel: 'stable', version: '1.1.0', baseline: '1.0.0' },
  ...{ commit: 'c'.repeat(40), strategy: 'direct', profile: 'production', after: 'staging' },
  ...{ stages: [{ weight: 100, bake: 1000, minRequests: 0 }], interval: 1000, objectives: [] },
  ...{ artefacts: [FILE], desktopRolloutPercentage: 100 },
  ...change,
})

/** The chain of a version: each part is a plan, or how the last one ended. */
function chain(...parts: readonly (Plan | 'completed' | 'rolled-back' | 'failed')[]): Entry[] {
  return parts.map((part, index) => ({
    ...{ schema: 1, id: String(index), seq: index + 1, previous: null, suite: '', signature: null },
    ...{
      time: '2026-01-01T00:00:00.000Z',
      planHash: null,
      actor: 'ada',
      run: { id: 1, attempt: 1 },
    },
    release: { product: 'shop', channel: 'stable', version: '1.1.0' },
    ...(typeof part === 'string'
      ? { kind: 'outcome', payload: { effect: 'release', result: part, reason: '' } }
      : { kind: 'plan', payload: { plan: part } }),
  }))
}

const { after, ...first } = plan({ profile: 'staging', publishes: false })
const other = { ...first, artefacts: [{ ...FILE, digest: `sha256:${'b'.repeat(64)}` }] }

test.each([
  ['completed there', chain(first, 'completed')],
  ['completed there, and failed here', chain(first, 'completed', plan(), 'failed')],
  ['failed there at first', chain(first, 'failed', first, 'completed')],
])('%s: it may begin', (_, entries) => {
  expect(after).toBe('staging')
  expect(() => assertStaged(plan(), entries)).not.toThrow()
})

test.each([
  ['was not released', chain()],
  ['was not released', chain({ ...first, profile: 'canary' }, 'completed')],
  ['is still open', chain(first)],
  ['was rolled back', chain(first, 'completed', 'rolled-back')],
  ['was rolled back', chain(first, 'completed', first, 'rolled-back')],
  ['has failed', chain(first, 'failed', plan(), 'completed')],
  ['was released from another commit', chain({ ...first, commit: 'd'.repeat(40) }, 'completed')],
  ['was released with other files', chain(other, 'completed')],
])('%s: it is refused', (why, entries) => {
  expect(() => assertStaged(plan(), entries)).toThrow(
    `1.1.0 ${why} under staging, and production comes after it`,
  )
})

const config = (text: string) => loadConfig(`product: shop\nobjectives: none\n${text}`, '')

test.each([
  ['after: staging', 'after: names no profile: staging'],
  ['after: staging\nprofiles: {staging: {}}', 'after: comes after staging, whose end publishes'],
  ['profiles: {a: {after: b}, b: {publishes: true}}', 'profiles.a.after: comes after b, whose end'],
])('an order that cannot be kept is refused: %j', (text, message) => {
  expect(() => config(text)).toThrow(message)
})

test('a profile that inherits an order does not come after itself', () => {
  const text = 'after: staging\nprofiles: {staging: {publishes: false}}'
  expect(config(text).profiles.staging).toEqual({ publishes: false })
  const staging = loadConfig(`product: shop\nobjectives: none\n${text}`, 'staging')
  expect([staging.after, staging.publishes]).toEqual(['staging', false])
})
