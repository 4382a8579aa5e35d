/** The house rules, cheap ones first. */
import { actionlint } from './actionlint.ts'
import { calls } from './calls.ts'
import { conformance } from './conformance.ts'
import { dist } from './dist.ts'
import { docs } from './docs.ts'
import { environment } from './environment.ts'
import { examples } from './examples.ts'
import { faults } from './faults.ts'
import { imports } from './imports.ts'
import { length } from './length.ts'
import { links } from './links.ts'
import { lint } from './lint.ts'
import { names } from './names.ts'
import { permissions } from './permissions.ts'
import { policy } from './policy.ts'
import { rebuilt } from './rebuilt.ts'
import type { Outcome, Rule } from './rule.ts'
import { surface } from './surface.ts'
import { types } from './types.ts'
import { world } from './world.ts'
import { zizmor } from './zizmor.ts'

export const rules: readonly Rule[] = [
  types,
  lint,
  imports,
  environment,
  length,
  surface,
  docs,
  names,
  permissions,
  calls,
  policy,
  links,
  actionlint,
  examples,
  conformance,
  faults,
  world,
  zizmor,
  dist,
]

/** Those that take a minute: `npm run test:long` applies them, and `npm run check` by their names. */
export const longRules: readonly Rule[] = [rebuilt]

/** How the rules ended together. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly notRun: readonly string[]
}

const SHOWN = 30

/** Applies the rules one after the other and prints a line for each, findings below. */
export async function applyRules(root: string, chosen: readonly Rule[]): Promise<Tally> {
  let tally: Tally = { passed: 0, failed: 0, notRun: [] }
  for (const rule of chosen) {
    const start = performance.now()
    const outcome = await applied(rule, root)
    const time = `${((performance.now() - start) / 1000).toFixed(1)} s`.padStart(7)
    for (const line of reportOf(rule.name, outcome, time)) console.log(line)
    tally = counted(tally, rule, outcome)
  }
  return tally
}

/** A rule that throws found something it cannot even read. */
async function applied(rule: Rule, root: string): Promise<Outcome> {
  try {
    return await rule.look(root)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { kind: 'looked', at: 'the tree', findings: [`cannot be checked: ${message}`] }
  }
}

function reportOf(name: string, outcome: Outcome, time: string): string[] {
  const start = (word: string) => `${word.padEnd(8)} ${name.padEnd(12)} ${time}`
  if (outcome.kind === 'not run') return [`${start('not run')}  ${outcome.reason}`]
  const { at, findings } = outcome
  if (findings.length === 0) return [`${start('ok')}  ${at}`]
  const more = findings.length > SHOWN ? [`         … and ${findings.length - SHOWN} more`] : []
  return [
    `${start('FAILED')}  ${at}`,
    ...findings.slice(0, SHOWN).map((line) => `         ${line}`),
    ...more,
  ]
}

function counted(tally: Tally, rule: Rule, outcome: Outcome): Tally {
  if (outcome.kind === 'not run')
    return { ...tally, notRun: [...tally.notRun, `${rule.name} (${outcome.reason})`] }
  return outcome.findings.length === 0
    ? { ...tally, passed: tally.passed + 1 }
    : { ...tally, failed: tally.failed + 1 }
}
