/** What the tests of the catalogue of faults have in common. */
import { expect } from '@jest/globals'
import { type Action, allActions, complaints, runAll } from './all-actions.ts'
import type { Run, RunOptions } from './run-action.ts'
import { type Answer, serve } from './server.ts'

export const actions = allActions()

const COMMANDS = /^::(?:error|warning|add-mask)::/

/** Lines that a runner would take for a command that is none of ours. */
export const forged = (log: string): readonly string[] =>
  log
    .split('\n')
    .filter((line) => (/^\s*::/.test(line) && !COMMANDS.test(line)) || line.includes('##['))

/** Inputs that are checked by more than being one line. */
export const strict = ({ inputs, text }: Action): readonly string[] =>
  inputs.filter((name) => !text.includes(name))

/** One run of one action that has to be refused for each of these inputs. */
export interface BadCase {
  readonly action: Action
  readonly bad: Readonly<Record<string, string>>
}

/** Inputs of these names, in the actions that have any of them, with these values in turn. */
export const badInputs = (
  names: (action: Action) => readonly string[],
  ...values: readonly string[]
): readonly BadCase[] =>
  actions.flatMap((action) => {
    const own = names(action).filter((name) => action.inputs.includes(name))
    const bad = own.map((name, i) => [name, values[i % values.length] ?? ''] as const)
    return bad.length === 0 ? [] : [{ action, bad: Object.fromEntries(bad) }]
  })

/**
 * Every case is refused in one line that names each of its inputs, nobody is asked, and nothing is printed that a runner
 * would obey.
 */
export async function expectRefused(
  cases: readonly BadCase[],
  env: RunOptions['env'] = {},
): Promise<void> {
  await using github = await serve((_, response) => void response.end())
  const rows = cases.map((row) => {
    const inputs = { ...row.action.good, ...row.bad }
    return { ...row, options: { github: github.url, env, inputs } }
  })
  for (const { action, bad, run } of await runAll(rows)) {
    const unnamed = Object.keys(bad).filter(
      (name) => !run.outputs.reason?.includes(`input ${name}: `),
    )
    const found = [...complaints(action, run), ...forged(run.log)]
    expect({ action: action.name, bad, unnamed, found }).toEqual({
      ...{ action: action.name, bad, unnamed: [], found: [] },
    })
  }
  expect(github.seen).toEqual([])
}

/** Every action, with good inputs, against one GitHub: each decides nothing, and says so in one line. */
export async function expectUndecided(
  answer: Answer,
  reason: string | RegExp,
  env: RunOptions['env'] = {},
): Promise<readonly (Run & { readonly name: string })[]> {
  await using github = await serve(answer)
  const rows = actions.map((action) => {
    return { action, options: { github: github.url, env, inputs: action.good } }
  })
  const done = await runAll(rows)
  for (const { action, run } of done) {
    const found = [...complaints(action, run), ...forged(run.log)]
    expect([action.name, ...found]).toEqual([action.name])
    expect(run.outputs.reason).toMatch(reason)
  }
  for (const { method } of github.seen) expect(method).toBe('GET')
  return done.map(({ action, run }) => ({ ...run, name: action.name }))
}
