import { expect, test } from '@jest/globals'
import { GoNoGo, goNoGo, goNoGoJson, goNoGoMarkdown } from '../../../src/domain/release/go-no-go.ts'
import type { Plan } from '../../../src/domain/rollout/plan.ts'
import fc from '../../properties.ts'

const plan = (change: Partial<Plan> = {}): Plan => ({
  schema: 1,
  product: 'shop',
  channel: 'stable',
  version: '1.1.0',
  baseline: '1.0.0',
  commit: '0123456789abcdef0123456789abcdef01234567',
  strategy: 'canary',
  profile: '',
  stages: [{ weight: 100, bake: 1000, minRequests: 0 }],
  interval: 1000,
  objectives: [],
  artefacts: [],
  desktopRolloutPercentage: 100,
  ...change,
})
const facts = {
  planHash: `sha256:${'a'.repeat(64)}`,
  plannedAt: '2026-01-01T00:00:00.000Z',
  go: true,
}

test('the decision of a plan, in the bytes that servers expect', () => {
  expect(goNoGoJson(goNoGo(plan({ desktopRolloutPercentage: 25 }), facts))).toBe(
    `{"buildType":"stable","gates":{"canaryGatePassed":true,"status":"go"},"generatedAt":"2026-01-01T00:00:00.000Z","gitShortHash":"0123456","planHash":"sha256:${'a'.repeat(64)}","releaseInputs":{"baselineVersion":"1.0.0","deploymentStrategy":"canary","desktopRolloutPercentage":"25","releaseVersion":"1.1.0"},"version":"1.1.0"}\n`,
  )
})

test('the same plan gives the same bytes, whatever the order of its keys; another plan gives others', () => {
  const turned = Object.fromEntries(Object.entries(plan()).reverse()) as Plan
  const json = goNoGoJson(goNoGo(plan(), facts))
  expect(goNoGoJson(goNoGo(turned, facts))).toBe(json)
  expect(goNoGoJson(goNoGo(plan(), { ...facts, go: false }))).not.toBe(json)
  expect(goNoGoJson(goNoGo(plan({ baseline: '1.0.1' }), facts))).not.toBe(json)
})

test('every percentage from 1 to 100 is a text without sign or zero before it, and nothing else fits', () => {
  for (let percent = 1; percent <= 100; percent++) {
    const decision = goNoGo(plan({ desktopRolloutPercentage: percent }), facts)
    expect(decision.releaseInputs.desktopRolloutPercentage).toBe(String(percent))
    expect(GoNoGo.safeParse(JSON.parse(goNoGoJson(decision))).success).toBe(true)
  }
  const decision = goNoGo(plan(), facts)
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.constantFrom('0', '101', '05', '1.5', '1%', '+1', '-1', '1e1', '100\n'),
      ),
      (text) => {
        fc.pre(!/^(?:[1-9]\d?|100)$/.test(text) || text.endsWith('\n'))
        const releaseInputs = { ...decision.releaseInputs, desktopRolloutPercentage: text }
        expect(GoNoGo.safeParse({ ...decision, releaseInputs }).success).toBe(false)
      },
    ),
  )
})

test('no-go says so to machines and to people', () => {
  const decision = goNoGo(plan(), { ...facts, go: false })
  expect(decision.gates).toEqual({ canaryGatePassed: false, status: 'no-go' })
  expect(goNoGoMarkdown(decision)).toContain('# No-go: v1.1.0')
  expect(goNoGoMarkdown(goNoGo(plan(), facts))).toContain('# Go: v1.1.0')
})
