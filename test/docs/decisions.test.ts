/** Decisions about vague requirements, as the actions' own schemas and the config take them. */
import { expect, test } from '@jest/globals'
import { Inputs as Gate } from '../../src/actions/observability-gate/inputs.ts'
import { Inputs as Performance } from '../../src/actions/perf-regression/inputs.ts'
import { Inputs as Plan } from '../../src/actions/plan/inputs.ts'
import { loadConfig } from '../../src/domain/config/load.ts'
import { Config } from '../../src/domain/config/schema.ts'

const HOUR = 3_600_000

test.each([
  ['[R255] canary_percentage', Plan.shape.canary_percentage, ['10', '10%'], 10],
  ['[R256] rollout_duration', Plan.shape.rollout_duration, ['24', '24h', '1d'], 24 * HOUR],
  ['regression_threshold', Performance.shape.regression_threshold, ['15', '15%'], 15],
  ['error_rate_threshold', Plan.shape.error_rate_threshold, ['5.0', '5%'], 5],
  ['response_time_threshold', Plan.shape.response_time_threshold, ['2000', '2000ms'], 2000],
  ['success_rate_minimum', Plan.shape.success_rate_minimum, ['95.0', '95%'], 95],
  ['error_rate_threshold of the gate', Gate.shape.error_rate_threshold, ['5.0', '5%'], 5],
])(
  '[A01] %s takes the bare number of its unit, and the number with it',
  (_, schema, texts, value) => {
    expect(texts.map((text) => schema.safeParse(text).data)).toEqual(texts.map(() => value))
    for (const text of ['10 percent', '10x', '-1', '1e1', ''])
      expect(schema.safeParse(text).success).toBe(false)
  },
)

test.each([
  'looks: { interval: 30 }',
  "looks: { interval: '30' }",
  'index: { wait: 5 }',
  'strategies: { canary: { stages: [{ weight: 10, bake: 1m }, { weight: 100%, bake: 1m }] } }',
  "objectives: [{ name: a, metric: latency-p95, unit: milliseconds, limit: '250' }]",
])('[A01] everywhere else a missing unit is an error: %s', (section) => {
  const rest = section.startsWith('objectives') ? '' : 'objectives: none\n'
  expect(() => loadConfig(`product: shop\n${rest}${section}\n`, '')).toThrow(
    /release-actions\.yml:\d/,
  )
})

/** For each section a value that differs from every default. */
const OTHER: Readonly<Record<string, string>> = {
  strategies: '{ direct: { bake: 7m } }',
  types: '{ patch: { approval: none } }',
  channels: '{ beta: { enforce-observability: true } }',
  objectives: '[{ name: x, metric: error-rate, unit: ratio, limit: 7% }]',
  score: '{ pass: 70 }',
  metrics: '{ provider: prometheus, url: https://other.example }',
  sentry: '{ organization: other, project: other }',
  traffic:
    '{ provider: router, url: https://other.example, slots: { a: { url: https://a.example }, b: { url: https://b.example } } }',
  sources: '{ other: { provider: prober } }',
  deploy: '{ command: [other], asset: other }',
  artefacts: '[{ kind: release-asset, name: other, checksums: SUMS }]',
  index: '{ wait: 7m }',
  smoke: '{ suites: { other: [{ kind: http, name: x }] } }',
  performance: '{ command: [other], asset: other }',
  verification: '{ platforms: [{ runner: other, python: other }] }',
  clock: '{ kind: schedule }',
  conditions: '{ notice: 7h }',
  comparison: '{ look: 7m }',
  completing: '{ watch: 7m }',
  looks: '{ interval: 7s }',
  deployments: '{ environment: other }',
  notifications: '{ slack: {} }',
  publishes: 'false',
  'allow-private': '[http://10.0.0.7]',
}
/** The product and its versions, the roles and the ledger are the same, whatever is picked. */
const sections = Object.keys(Config.shape).filter(
  (key) =>
    ![
      'product',
      'products',
      'tag-prefix',
      'version-scheme',
      'roles',
      'ledger',
      'profiles',
      // Names another profile: test/actions/staging-first.test.ts.
      'after',
    ].includes(key),
)

test.each(sections)(
  '[A05] [R313] a profile overrides %s, and only where it is picked',
  (section) => {
    const text = `product: shop\nobjectives: none\nprofiles:\n  staging:\n    ${section}: ${OTHER[section]}\n`
    const whole = (profile: string) => ({ ...loadConfig(text, profile), profiles: {} })
    const [base, staging] = [whole(''), whole('staging')]
    const differing = Object.keys(Config.shape).filter(
      (key) => JSON.stringify(base[key as 'looks']) !== JSON.stringify(staging[key as 'looks']),
    )
    expect(differing).toEqual([section])
  },
)

test('[A05] a profile that does not exist is an error, but for the environments of the workflows', () => {
  const text = 'product: shop\nobjectives: none\nprofiles: { eu: {} }\n'
  expect(() => loadConfig(text, 'us')).toThrow('has no profile "us"')
  for (const name of ['production', 'staging', 'canary', 'eu'])
    expect(loadConfig(text, name).product).toBe('shop')
})
