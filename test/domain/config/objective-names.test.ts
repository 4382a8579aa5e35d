import { expect, test } from '@jest/globals'
import { loadConfig } from '../../../src/domain/config/load.ts'

const rate = (name: string, more: string) =>
  `  - { name: ${name}, metric: error-rate, unit: ratio, ${more} }`

test.each(['version', 'weights', 'sentry-release', 'comparison', 'error-rate-by-input'])(
  'an objective %s would say what the breach of something else does',
  (name) => {
    const text = `product: shop\nobjectives:\n${rate(name, 'limit: 1%, on-breach: notify')}\n`
    expect(() => loadConfig(text, '')).toThrow(
      'objectives.0.name: is what the suite calls evidence of its own',
    )
  },
)

test('two limits for one metric have names of their own', () => {
  const config = (second: string) =>
    loadConfig(
      [
        'product: shop',
        'objectives:',
        rate('errors', 'limit: 1%, on-breach: notify'),
        rate(second, 'limit: 2%, on-breach: rollback'),
      ].join('\n'),
      '',
    )
  expect(() => config('errors')).toThrow('objectives.1.name: is the name of another objective')
  expect(config('many-errors').objectives).toHaveLength(2)
})
