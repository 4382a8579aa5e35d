import { describe, expect, test } from '@jest/globals'
import { loadConfig } from '../../../src/domain/config/load.ts'
import { assertKept, clockLine, clockOf } from '../../../src/domain/rollout/clock.ts'
import type { Plan } from '../../../src/domain/rollout/plan.ts'

const HOUR = 3_600_000

function planOf(clock: string, ...hours: number[]): Plan {
  const config = loadConfig(`product: shop\nobjectives: none\nclock: ${clock}\n`, '')
  const planned = clockOf(config.clock)
  return {
    ...{ schema: 1, product: 'shop', channel: 'stable', version: '1.1.0', baseline: '1.0.0' },
    ...{ commit: 'c'.repeat(40), strategy: 'canary', profile: '', interval: 1000 },
    stages: hours.map((bake, i) => ({ weight: 5 * (i + 1), bake: bake * HOUR, minRequests: 0 })),
    ...(planned === undefined ? {} : { clock: planned }),
    ...{ objectives: [], artefacts: [], desktopRolloutPercentage: 100 },
  }
}

describe('a plan that its clock cannot keep is refused, with what to change', () => {
  test.each<[string, Plan, RegExp]>([
    ['a run of days', planOf('{}', 48, 24), /takes 3d, and a run that watches it ends after 5h30m/],
    [
      'a short stage by cron',
      planOf('{ kind: schedule }', 48, 1),
      /10 % bakes for 1h, and a schedule looks every 6h/,
    ],
    [
      'a promise that cron cannot keep',
      planOf('{ kind: schedule, unattended: 2h }', 48),
      /unattended is 2h, and GitHub starts a schedule up to 12h late/,
    ],
    [
      'a promise that the next watch cannot keep',
      planOf('{ kind: watch, unattended: 10m }', 48),
      /unattended is 10m, and the next watch may wait 15m for a runner/,
    ],
  ])('%s', (_, plan, problem) => {
    expect(() => assertKept(plan)).toThrow(problem)
  })

  test.each<[string, Plan]>([
    ['what fits a run', planOf('{}', 2, 3.5)],
    ['days by cron', planOf('{ kind: schedule }', 48, 24, 24, 6)],
    ['days by watches', planOf('{ kind: watch, unattended: 1h }', 48, 0.1)],
    ['minutes by whoever dispatches them', planOf('{ kind: external, unattended: 10m }', 0.1)],
  ])('not: %s', (_, plan) => {
    expect(() => assertKept(plan)).not.toThrow()
  })
})

test.each([
  [
    '{}',
    [0.25, 0.25, 0.25],
    'inline: one run watches every stage for 45m; about 45 runner minutes, $0.27',
  ],
  [
    '{ kind: watch, unattended: 1h }',
    [47, 1],
    'watch: release-watch looks every 1s, run after run of 5h30m; a stage that nobody looks at for 1h after its bake: pause; about 2880 runner minutes, $17.28',
  ],
  [
    '{ kind: schedule }',
    [48],
    'schedule: release-tick every 6h; GitHub starts it up to 12h late; a stage that nobody looks at for 1d after its bake: pause; about 8 runner minutes, $0.05',
  ],
  [
    '{ kind: external, overdue: rollback }',
    [1, 1],
    'external: release-tick moves a stage when it is dispatched after its bake; a stage that nobody looks at for 1d after its bake: rollback; about 2 runner minutes, $0.01',
  ],
])('a plan says what its clock %s promises and costs', (clock, hours, line) => {
  expect(clockLine(planOf(clock, ...hours))).toContain(line)
})
