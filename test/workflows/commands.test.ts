import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { SUITE } from '../../sandbox/demo/sandbox.ts'
import { trackingBody } from '../../src/domain/report/tracking-issue.ts'
import type { Plan } from '../../src/domain/rollout/plan.ts'
import { commandsIn } from './commands.ts'

interface Input {
  readonly required?: boolean
  readonly options?: readonly string[]
}

const plan: Plan = {
  schema: 1,
  product: 'checkout-service',
  channel: 'stable',
  version: '1.1.0',
  baseline: '1.0.0',
  commit: 'c'.repeat(40),
  strategy: 'canary',
  profile: '',
  stages: [{ weight: 100, bake: 1000, minRequests: 0 }],
  interval: 500,
  objectives: [],
  artefacts: [],
  desktopRolloutPercentage: 100,
}

/** The inputs of a dispatch in the consumer's thin file. */
function inputsOf(file: string, example: string): Record<string, Input> {
  const path = join(SUITE, 'examples', example, '.github/workflows', file)
  return parse(readFileSync(path, 'utf8')).on.workflow_dispatch.inputs
}

describe('a command that the tracking issue prints', () => {
  const body = (profile: string, product?: string) =>
    trackingBody({
      ...{
        plan: { ...plan, profile, product: product ?? plan.product },
        planHash: '',
        runUrl: '',
        jobs: [],
        note: '',
      },
      isOneOfSeveral: product !== undefined,
    })

  test('is the rollback of this release, pypi_action included', () => {
    expect(commandsIn(body(''))).toEqual([
      {
        file: 'release-rollback.yml',
        given: {
          rollback_version: '1.0.0',
          rollback_reason: 'roll back 1.1.0',
          pypi_action: 'leave-as-is',
        },
      },
    ])
  })

  test('acts on the environment of the release and not on that of another profile', () => {
    expect(commandsIn(body('staging'))[0]?.given.environment).toBe('staging')
  })

  test('names the product where the config describes several, by an input that only their file has', () => {
    const [command] = commandsIn(body('', 'edge'))
    expect(command?.given.product).toBe('edge')
    const { file = '' } = command ?? {}
    expect(Object.keys(inputsOf(file, 'cloud-and-edge'))).toContain('product')
    expect(Object.keys(inputsOf(file, 'checkout-service'))).not.toContain('product')
  })

  test.each([
    ['checkout-service', 'staging', undefined],
    ['cloud-and-edge', '', 'edge'],
  ])(
    'gives only inputs that the file of %s has, all that it requires, and only values that it offers',
    (example, profile, product) => {
      for (const { file, given } of commandsIn(body(profile, product))) {
        const inputs = inputsOf(file, example)
        const names = Object.keys(given)
        const required = Object.keys(inputs).filter((name) => inputs[name]?.required === true)
        expect(Object.keys(inputs)).toEqual(expect.arrayContaining(names))
        expect(names).toEqual(expect.arrayContaining(required))
        for (const [name, value] of Object.entries(given))
          expect(inputs[name]?.options ?? [value]).toContain(value)
      }
    },
  )
})
