/** The workflows of the actions' pages, run as they are printed by a consumer that copied them. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import type { Start } from '../../sandbox/demo/sandbox.ts'
import { type ActionExample, actionExamples } from '../../test/docs/action-examples.ts'
import { type Rig, shorter } from '../../test/workflows/rig.ts'

type Table = Readonly<Record<string, unknown>>

/** The examples name no profile: the seconds of the profile `sandbox` stand at the top of the config. */
export function topLevel(path: string, text: string): string {
  if (path !== '.github/release-actions.yml') return text
  const short = shorter(path, text).replace('bake: 10s', 'bake: 1s')
  const { profiles, ...config } = parse(short, { merge: true }) as Table
  return stringify(merged(config, (profiles as Table).sandbox as Table))
}

function merged(base: Table, over: Table): Table {
  const both = Object.entries(over).map(([key, value]) => {
    const below = base[key]
    return [key, isTable(value) && isTable(below) ? merged(below, value) : value] as const
  })
  return { ...base, ...Object.fromEntries(both) }
}

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The example of an action's page with this name. Throws where the page has none. */
export function exampleOf(action: string, name?: string): ActionExample {
  const found = actionExamples.find(
    (each) => each.action === action && (name === undefined || each.workflow.name === name),
  )
  if (found === undefined) throw new Error(`the page of ${action} has no workflow ${name ?? ''}`)
  return found
}

/** Copies an example into the consumer's repository and starts it. */
export function play(world: Rig, example: ActionExample, start: Omit<Start, 'workflow'> = {}) {
  const workflow = `copied-from-${example.action}.yml`
  const { checkout } = world.sandbox.population.consumer
  writeFileSync(join(checkout, '.github/workflows', workflow), example.text)
  return world.run({ ...start, workflow })
}
