/** `npm run bench -- ledger`: the ledger at many sizes, beside the naive way of reading it. Asserts nothing. */
import { median } from '../../scripts/figures/measure.ts'
import { entry, openRelease, type Size } from './history.ts'
import { naiveAppend, naiveOpen } from './naive.ts'
import { type Cost, type Place, placeOf } from './place.ts'

const ROUNDS = 5
const SIZES: readonly (readonly [string, Size])[] = [
  ['10 finished entries', { finished: 10, open: 1, entries: 10 }],
  ['1,000 finished entries', { finished: 1000, open: 1, entries: 10 }],
  ['100,000 finished entries', { finished: 100_000, open: 1, entries: 10 }],
  ['1,001 finished releases in one folder', { finished: 20_020, open: 1, entries: 10 }],
  ['a release with 5,000 entries', { finished: 1000, open: 1, entries: 5000 }],
  ['50 open releases', { finished: 1000, open: 50, entries: 10 }],
]
const HEAD = ['ledger', 'what', 'calls', 'ms', 'KiB', 'naive calls', 'naive ms', 'naive KiB']

/** The table, ready to print. */
export async function ledger(progress: (line: string) => void): Promise<readonly string[]> {
  const rows: string[][] = []
  for (const [name, size] of SIZES) {
    progress(name)
    await using place = await placeOf(size)
    for (const row of await rowsOf(place, size)) rows.push([name, ...row])
  }
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return ['', line(HEAD), `|${' --- |'.repeat(HEAD.length)}`, ...rows.map(line)]
}

async function rowsOf(place: Place, size: Size): Promise<readonly (readonly string[])[]> {
  const release = openRelease(0)
  const rows = [
    [
      'open a release',
      await ours(place, async (own) => void (await own.entries(release))),
      await typical(place, () => naiveOpen(place)),
    ],
    [
      'append, read included',
      await ours(
        place,
        async (own, nth) => void (await own.append(release, () => entry(`${nth}`))),
      ),
      await typical(place, (nth) => naiveAppend(place, `naive/${nth}.json`)),
    ],
    [
      'begin a release',
      await ours(place, async (own, nth) => {
        await own.append({ ...release, version: `10.${nth}.0` }, () => entry(`${nth}`))
      }),
      [],
    ],
  ] as const
  const all = Array.from({ length: size.open }, (_, i) => openRelease(i))
  const look = await ours(place, async (own) => {
    await own.markers('open/')
    await own.chains(all)
  })
  const last = size.open > 1 ? [[`look at ${size.open}, nothing due`, look, []] as const] : []
  return [...rows, ...last].map(([what, own, naive]) => [what, ...cells(own), ...cells(naive)])
}

type Ledger = ReturnType<Place['ledger']>

const ours = (place: Place, work: (ledger: Ledger, nth: number) => Promise<void>) =>
  typical(place, (nth) => work(place.ledger(), nth))

/** What each round took, or why it cannot be done. */
async function typical(
  place: Place,
  work: (nth: number) => Promise<unknown>,
): Promise<readonly Cost[] | string> {
  const costs: Cost[] = []
  try {
    for (let nth = 0; nth < ROUNDS; nth++) costs.push(await place.cost(() => work(nth)))
  } catch (error) {
    return error instanceof Error ? error.message : 'fails'
  }
  return costs
}

function cells(costs: readonly Cost[] | string): readonly string[] {
  if (typeof costs === 'string') return [costs, '–', '–']
  const of = (key: keyof Cost) => median(costs.map((cost) => cost[key]))?.toFixed(0) ?? '–'
  return [of('calls'), of('ms'), of('kib')]
}
