import { expect, test } from '@jest/globals'
import { loadConfig } from '../../../src/domain/config/load.ts'
import { audienceText } from '../../../src/domain/rollout/audience.ts'
import { stagesOf } from '../../../src/domain/rollout/stages.ts'

const config = (...audiences: string[]) =>
  loadConfig(
    `product: shop
objectives: none
strategies:
  canary:
    stages:
${audiences.map((a, i) => `      - {weight: ${i * 10 + 10}%, bake: 1m${a}}\n`).join('')}`,
    '',
  )
const some = (...tenants: string[]) => `, audience: {tenants: [${tenants.join(', ')}]}`
const ring = (name: string) => `, audience: {ring: ${name}}`

test.each([
  [[some('a'), some('b', 'a'), some('a', 'b'), '']],
  [[ring('internal'), ring('early'), '']],
  [['', '']],
])('stages may grow: %j', (audiences) => {
  expect(config(...audiences).strategies.canary.stages).toHaveLength(audiences.length)
})

test.each([
  [[some('a'), some('b'), ''], ':7:', '1.audience', 'it lacks a, whom the stage before it has'],
  [[some('a')], ':6:', '0.audience', 'the last stage is for everybody'],
  [['', ring('x'), ''], ':7:', '1.audience', 'the stage before it is for everybody'],
  [[ring('x'), some('a'), ''], ':7:', '1.audience', 'tenants and a ring contain each other'],
  [[some('a'), ring('x'), ''], ':7:', '1.audience', 'tenants and a ring contain each other'],
])('nobody gets a version and loses it again: %j', (audiences, place, path, why) => {
  const said = new RegExp(`${place}.*strategies\\.canary\\.stages\\.${path}: .*${why}`)
  expect(() => config(...audiences)).toThrow(said)
})

test.each([
  [some()],
  [some('a', 'a')],
  [some("'a b'")],
  [', audience: {tenants: [a], ring: x}'],
  [', audience: {}'],
])('no audience: %s', (audience) => {
  expect(() => config(audience, '')).toThrow('strategies.canary.stages.0.audience')
})

test('the plan holds an audience where there is one, and no key where there is none', () => {
  const { strategies } = config(ring('internal'), '')
  strategies.canary.stages[1] = { weight: '100%', bake: '1m', 'min-requests': 0 }
  expect(stagesOf('canary', strategies)).toEqual([
    { weight: 10, bake: 60_000, minRequests: 0, audience: { ring: 'internal' } },
    { weight: 100, bake: 60_000, minRequests: 0 },
  ])
})

test('a stage without weight is for nobody yet', () => {
  const text = `product: shop
objectives: none
strategies: {canary: {stages: [{weight: 0%, bake: 1m}, {weight: 1%, bake: 1m, audience: {ring: x}}, {weight: 100%, bake: 1m}]}}
`
  expect(loadConfig(text, '').strategies.canary.stages).toHaveLength(3)
})

test('a long list is cut, with how many it holds', () => {
  expect(audienceText({ tenants: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] })).toBe(
    'tenants a, b, c, d, e and 2 more',
  )
})
