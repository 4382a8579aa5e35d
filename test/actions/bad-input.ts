import { expect } from '@jest/globals'
import { type Run, runAction } from './run-action.ts'
import { serve } from './server.ts'

type Inputs = Readonly<Record<string, string>>

/** Bad in every input of one line, whatever its type. */
const ALWAYS_BAD = ['two\nlines', 'x\r::set-output name=verdict::pass']

/** The longest value that reaches a process. */
const LONG = 'a'.repeat(131_000)

/**
 * Bad values by input → the rounds to run: in each, every input that still has one has its next bad value. An action
 * checks all inputs at once, so that one run tests many.
 */
export function badRounds(
  perInput: Readonly<Record<string, readonly string[]>>,
): readonly (readonly [string, Inputs])[] {
  const rows = Object.entries(perInput).map(
    ([name, own]) => [name, [...ALWAYS_BAD, ...own]] as const,
  )
  const rounds = Math.max(...rows.map(([, values]) => values.length))
  return Array.from({ length: rounds }, (_, i) => {
    const round = rows.flatMap(([name, values]) => {
      const value = values[i]
      return value === undefined ? [] : [[name, value] as const]
    })
    return [String(i + 1), Object.fromEntries(round)]
  })
}

/** The action must end with exit 1 and one line that names each bad input, show no value, and ask nobody anything. */
export async function expectRefused(action: string, good: Inputs, bad: Inputs): Promise<void> {
  const run = await runAlone(action, { ...good, ...bad })
  for (const name of Object.keys(bad)) expect(run.outputs.reason).toContain(`input ${name}: `)
  expect(run.log).not.toContain('set-output')
}

/** The same for a value of 131,000 bytes, one input at a time: the first one found ends the action. */
export async function expectLongRefused(action: string, good: Inputs, name: string): Promise<void> {
  const run = await runAlone(action, { ...good, [name]: LONG })
  expect(run.outputs.reason).toMatch(new RegExp(`^input ${name}: .* longer than .*; `))
  expect(run.log).not.toContain('aaaaaaaaaa')
}

async function runAlone(action: string, inputs: Inputs): Promise<Run> {
  await using github = await serve((_, response) => void response.end())
  const run = await runAction(action, { github: github.url, inputs })
  expect({ exit: run.exit, requests: github.seen.length }).toEqual({ exit: 1, requests: 0 })
  expect(run.outputs.verdict).toBe('inconclusive')
  expect(run.log.split('\n').filter((line) => line.startsWith('::error::'))).toHaveLength(1)
  expect(run.log).not.toMatch(/\n\s+at /)
  return run
}
