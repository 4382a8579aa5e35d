import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { SUITE } from '../../sandbox/demo/sandbox.ts'
import { rollbackCommand, trackingBody } from '../../src/domain/report/tracking-issue.ts'
import type { Plan } from '../../src/domain/rollout/plan.ts'

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
function inputsOf(file: string): Record<string, Input> {
  const path = join(SUITE, 'examples/checkout-service/.github/workflows', file)
  return parse(readFileSync(path, 'utf8')).on.workflow_dispatch.inputs
}

/** Every `gh workflow run` of a text: its file and its `-f name=value`. */
function commandsIn(text: string): { file: string; given: Map<string, string> }[] {
  const lines = text.replaceAll('\\\n', ' ').split('\n')
  return lines
    .filter((line) => line.startsWith('gh workflow run '))
    .map((line) => {
      const pairs = [...line.matchAll(/ -f ([\w-]+)=("[^"]*"|\S+)/g)]
      const given = new Map(pairs.map(([, name = '', value = '']) => [name, value]))
      return { file: line.split(' ')[3] ?? '', given }
    })
}

describe('a command that the tracking issue prints', () => {
  const body = trackingBody({ plan, planHash: '', runUrl: '', jobs: [], note: '' })
  const printed = commandsIn(body)

  test('is the rollback of this release, pypi_action included', () => {
    expect(printed).toHaveLength(1)
    expect(printed[0]?.file).toBe('release-rollback.yml')
    expect(Object.fromEntries(printed[0]?.given ?? [])).toEqual({
      rollback_version: '1.0.0',
      rollback_reason: '"roll back 1.1.0"',
      pypi_action: 'leave-as-is',
    })
    expect(body).toContain(rollbackCommand(plan))
  })

  test('gives only inputs that the file has, all that it requires, and only values that it offers', () => {
    for (const { file, given } of printed) {
      const inputs = inputsOf(file)
      const required = Object.keys(inputs).filter((name) => inputs[name]?.required === true)
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining([...given.keys()]))
      expect([...given.keys()]).toEqual(expect.arrayContaining(required))
      for (const [name, value] of given)
        expect(inputs[name]?.options ?? [value]).toContain(value)
    }
  })
})
