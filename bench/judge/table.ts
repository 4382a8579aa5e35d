import { atMost } from './bounds.ts'
import type { Decided } from './contestants.ts'
import type { Played } from './play.ts'

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const head = (cells: readonly string[]) => [line(cells), `|${' --- |'.repeat(cells.length)}`]
const percent = (share: number, digits = 0) => (100 * share).toFixed(digits)

/** Healthy families: stopped in percent, and of all together the highest share that this leaves. */
export function falseStops(
  title: string,
  played: readonly Played[],
  names: readonly string[],
): readonly string[] {
  const stopped = (all: readonly Decided[]) => all.filter(({ stop }) => stop !== undefined).length
  const rows = played.map(({ family, by }) => [
    family.name,
    ...names.map((name) => percent(stopped(by.get(name) ?? []) / (by.get(name)?.length ?? 1), 1)),
  ])
  const pooled = names.map((name) => {
    const all = played.flatMap(({ by }) => by.get(name) ?? [])
    const hits = stopped(all)
    return `**${percent(hits / all.length, 2)}** (at most ${percent(atMost(hits, all.length), 2)})`
  })
  return ['', ...head([title, ...names]), ...rows.map(line), line(['all together', ...pooled])]
}

/** Faults: found in percent / median minutes until then over all rollouts. */
export function detections(played: readonly Played[], names: readonly string[]): readonly string[] {
  const rows = played.map(({ family, by }) => {
    const onset = family.fault?.onset ?? 1
    return [family.name, ...names.map((name) => foundIn(by.get(name) ?? [], onset))]
  })
  return ['', ...head(['found % / median minutes', ...names]), ...rows.map(line)]
}

function foundIn(all: readonly Decided[], onset: number): string {
  const minutes = all
    .map(({ stop }) => (stop === undefined || stop < onset ? Infinity : stop - onset + 1))
    .sort((a, b) => a - b)
  const found = minutes.filter(Number.isFinite).length
  const median = minutes[minutes.length >> 1] ?? Infinity
  const early = all.filter(({ stop }) => stop !== undefined && stop < onset).length
  const note = early > 0 ? ` (${percent(early / all.length)} too early)` : ''
  return `${percent(found / all.length)} / ${Number.isFinite(median) ? median : '–'}${note}`
}

/** Undecided at the last look, in percent, of the judge that knows the word. */
export function undecided(played: readonly Played[], name: string): readonly string[] {
  const rows = played.map(({ family, by }) => {
    const all = by.get(name) ?? []
    return [family.name, percent(all.filter((one) => one.undecided).length / all.length, 1)]
  })
  return ['', ...head(['`inconclusive` at the last look, %', name]), ...rows.map(line)]
}
