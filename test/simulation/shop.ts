import { loadConfig } from '../../src/domain/config/load.ts'
import type { Config } from '../../src/domain/config/schema.ts'
import type { OnBreach } from '../../src/domain/judging/objective.ts'
import { type Asked, CONDITIONS } from './asked.ts'

/** Twelve looks a stage. */
const COMPARISON = (onBreach: string) =>
  `comparison: {metrics: [errors], look: 5s, warm-up: 5s, on-breach: ${onBreach}}\n`

/** The config of the simulated product: minutes, four stages, one objective. */
export function shopConfig(
  onBreach: OnBreach = 'rollback',
  dark = false,
  overdue: 'pause' | 'rollback' | undefined = undefined,
  asked: Asked | undefined = undefined,
  watched = false,
  compared = false,
): Config {
  const kind = watched ? 'watch, unattended: 15m' : 'external, unattended: 10m'
  const clock = overdue === undefined ? 'inline' : `${kind}, overdue: ${overdue}`
  return loadConfig(
    `product: shop
clock: {kind: ${clock}}
looks: {interval: 30s}
${asked === undefined ? '' : CONDITIONS[asked]}
strategies:
  direct: {bake: 1m}
  rolling: {steps: 3, bake: 1m}
  stepwise:
    stages: [{weight: 0%, bake: 1m}, {weight: 40%, bake: 1m}, {weight: 100%, bake: 1m}]
  blue-green:
    bake: 1m
${dark ? '    stages: [{weight: 0%, bake: 1m}, {weight: 20%, bake: 1m}, {weight: 100%, bake: 1m}]\n' : ''}  canary:
    stages:
${dark ? '      - {weight: 0%, bake: 1m}\n' : ''}      - {weight: 10%, bake: 1m, audience: {tenants: [a]}}
      - {weight: 25%, bake: 1m, audience: {tenants: [a, b]}}
      - {weight: 50%, bake: 1m}
      - {weight: 100%, bake: 1m}
${compared ? COMPARISON(onBreach) : ''}objectives:
  - {name: errors, metric: error-rate, unit: ratio, limit: 1%, on-breach: ${onBreach}${onBreach === 'page' ? ', decide-within: 4m' : ''}}
traffic:
  provider: command
  set: [route, '{weights}', '{audience}']
  get: [route]
  slots: {blue: {url: http://blue.example}, green: {url: http://green.example}}
`,
    '',
  )
}
