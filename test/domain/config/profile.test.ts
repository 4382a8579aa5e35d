import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { loadConfig } from '../../../src/domain/config/load.ts'
import { CONFIG_PATH } from '../../../src/domain/config/path.ts'
import { Failure } from '../../../src/domain/failure.ts'

const BASE = 'product: shop\nobjectives: none\n'
const ROUTER = `traffic:
  provider: router
  url: http://router.example
  slots: {blue: {url: http://a.example}, green: {url: http://b.example}}
`

function refusal(text: string, profile = ''): Failure {
  try {
    loadConfig(text, profile)
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  throw new Error('it was taken')
}

describe('a profile', () => {
  const config = `${BASE}${ROUTER}looks: {interval: 30s}
strategies:
  canary:
    first-bake: 1h
    stages: [{weight: 10%, bake: 1m}, {weight: 100%, bake: 1m}]
profiles:
  fast:
    looks: {interval: 1s}
    strategies: {canary: {stages: [{weight: 100%, bake: 1s}]}}
  servers:
    traffic:
      provider: haproxy
      socket: tcp://127.0.0.1:1
      backend: shop
      slots: {blue: {url: http://a.example}, green: {url: http://b.example}}
  broken:
    strategies:
      canary:
        stages:
          - {weight: 10%, bake: 1m}
          - {weight: 100, bake: 1m}
`

  test('merges sections key by key and replaces lists', () => {
    const fast = loadConfig(config, 'fast')
    expect(fast.looks.interval).toBe('1s')
    expect(fast.strategies.canary['first-bake']).toBe('1h')
    expect(fast.strategies.canary.stages.map((s) => s.weight)).toEqual(['100%'])
    expect(loadConfig(config, '').looks.interval).toBe('30s')
  })

  test('replaces a section whole when its provider changes', () => {
    expect(loadConfig(config, 'servers').traffic).toMatchObject({
      provider: 'haproxy',
      backend: 'shop',
    })
    expect(loadConfig(config, 'servers').traffic).not.toHaveProperty('url')
  })

  test('is checked when it is asked for, at its own place', () => {
    expect(loadConfig(config, '').product).toBe('shop')
    expect(refusal(config, 'broken').message).toMatch(
      /^\.github\/release-actions\.yml:27:14: strategies\.canary\.stages\.1\.weight: /,
    )
  })

  test('may be missing for the environments that every workflow offers', () => {
    for (const name of ['production', 'staging', 'canary'])
      expect(loadConfig(config, name)).toEqual(loadConfig(config, ''))
  })

  test.each(['nightly', 'constructor', '__proto__', 'toString', 'Fast', ' fast'])(
    'is refused under the unknown name %s, with the known ones',
    (name) => {
      const failure = refusal(config, name)
      expect(failure.message).toContain(`has no profile "${name}"`)
      expect(failure.remedy).toBe('Name one of its profiles: fast, servers, broken')
    },
  )

  test('may not hold what no profile may change', () => {
    const text = `${BASE}profiles:\n  x:\n    product: other\n`
    expect(refusal(text).message).toContain(
      `${CONFIG_PATH}:5:5: profiles.x: Unrecognized key: "product"`,
    )
  })
})

test('the example holds with every profile and every environment', () => {
  const text = readFileSync('examples/checkout-service/.github/release-actions.yml', 'utf8')
  const { profiles } = loadConfig(text, '')
  expect(Object.keys(profiles)).toEqual(['sandbox', 'sandbox-servers'])
  for (const name of ['', 'production', 'staging', 'canary', ...Object.keys(profiles)])
    expect(loadConfig(text, name).product).toBe('checkout-service')
  expect(loadConfig(text, 'sandbox-servers')).toMatchObject({
    traffic: { provider: 'haproxy' },
    metrics: { provider: 'prometheus' },
    looks: { interval: '1s' },
  })
})

test('defaults are those of the documentation', () => {
  expect(loadConfig(BASE, '')).toMatchObject({
    'tag-prefix': 'v',
    channels: { stable: { 'enforce-observability': true } },
    looks: { interval: '30s' },
    index: { wait: '30m' },
    strategies: {
      direct: { bake: '15m' },
      'blue-green': { bake: '15m' },
      canary: { 'first-bake': '2h' },
    },
  })
})
