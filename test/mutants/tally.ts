/** A campaign over many mutants, counted. */
import { seeded } from '../fakes/random.ts'
import { allMutants, describe, judge, someMutant } from './campaign.ts'
import type { Mutant } from './mutant.ts'
import type { Recorded } from './recorded.ts'

/** How many mutants of each run, by its name. */
export type Shares = Readonly<Record<string, number>>

export interface Tally {
  readonly wrong: readonly string[]
  /** How many mutants, by action and by kind. */
  readonly actions: ReadonlyMap<string, number>
  readonly kinds: ReadonlyMap<string, number>
  /** How many passed, by the reason why they may. */
  readonly equivalents: ReadonlyMap<string, number>
  readonly seconds: number
}

/** Structured mutants in a seeded order, then cuts and spoilt bytes until the share is full. */
export async function campaign(
  recorded: readonly Recorded[],
  shares: Shares,
  seed: number,
): Promise<Tally> {
  const wrong: string[] = []
  const [actions, kinds, equivalents] = [counter(), counter(), counter()]
  const begun = process.cpuUsage()
  for (const [index, run] of recorded.entries()) {
    for (const mutant of chosen(run, shares[run.name] ?? 0, seeded(seed * 100 + index))) {
      const { wrong: why, equivalent } = await judge(mutant)
      count(actions, run.action)
      count(kinds, groupOf(mutant.kind))
      if (why !== undefined) wrong.push(`${describe(mutant)} => ${why}`)
      if (equivalent !== undefined) count(equivalents, equivalent)
    }
  }
  const { user, system } = process.cpuUsage(begun)
  return { wrong, actions, kinds, equivalents, seconds: (user + system) / 1e6 }
}

/** Of the texts that every run reads alike few are enough: the config takes longest to parse. */
function chosen(run: Recorded, share: number, random: () => number): Mutant[] {
  const all = allMutants(run).map((mutant) => {
    const rank = mutant.answer.includes('config') ? random() * 20 : random()
    return [rank, mutant] as const
  })
  const first = all
    .sort(([a], [b]) => a - b)
    .slice(0, Math.ceil(share * 0.8))
    .map(([, mutant]) => mutant)
  const rest = Math.max(0, share - first.length)
  return [...first, ...Array.from({ length: rest }, () => someMutant(run, random))]
}

/** The kind without its example. */
function groupOf(kind: string): string {
  if (/^\d{3} /.test(kind)) return 'another status'
  if (kind.startsWith('content-type')) return 'another content type'
  return kind.replace(/: .*|,.*/, '')
}

const counter = () => new Map<string, number>()
function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

/** The figures of a campaign, for the log. */
export function figures({ actions, kinds, equivalents, seconds }: Tally): string {
  const rows = (counts: ReadonlyMap<string, number>) =>
    [...counts].sort(([, a], [, b]) => b - a).map(([name, n]) => `  ${n} ${name}`)
  const total = [...actions.values()].reduce((sum, n) => sum + n, 0)
  return [
    `${total} mutants, ${seconds.toFixed(0)} s of CPU`,
    ...['by action:', ...rows(actions), 'by kind:', ...rows(kinds)],
    ...['passed, because:', ...rows(equivalents)],
  ].join('\n')
}
