import { CONTESTANTS } from './contestants.ts'
import { FAULTY, HEALTHY, SHARED } from './families.ts'
import { type Played, play, type Size } from './play.ts'
import { detections, falseStops, undecided } from './table.ts'
import { throughput } from './throughput.ts'

const USAGE = 'npm run bench -- judge [seed=1] [healthy=100] [faulty=50]'

/** The tables, ready to print. @throws Error that says how the arguments are meant. */
export async function judge(
  progress: (line: string) => void,
  args: readonly string[],
): Promise<readonly string[]> {
  const { seed, healthy, faulty } = sizesOf(args)
  const of = (families: typeof HEALTHY, size: Size): readonly Played[] =>
    families.map((family) => {
      progress(family.name)
      return play(family, size, CONTESTANTS)
    })
  const well = of(HEALTHY, { seed, rollouts: healthy })
  const shared = of(SHARED, { seed, rollouts: healthy })
  const wrong = of(FAULTY, { seed, rollouts: faulty })
  const names = CONTESTANTS.map(({ name }) => name)
  return [
    `seed ${seed}, ${healthy} rollouts of 60 looks of each healthy family, ${faulty} of each faulty one`,
    ...falseStops('healthy: stopped, %', well, names),
    ...falseStops('both groups degrade: blamed, %', shared, names),
    ...undecided([...well, ...shared], names[0] ?? ''),
    ...detections(wrong, names),
    ...throughput(seed),
  ]
}

function sizesOf(args: readonly string[]) {
  const sizes = { seed: 1, healthy: 100, faulty: 50 }
  for (const arg of args) {
    const [, name, digits] = /^(seed|healthy|faulty)=(\d{1,9})$/.exec(arg) ?? []
    if (name === undefined || Number(digits) === 0)
      throw new Error(`${JSON.stringify(arg)} is no number above 0 with its name: ${USAGE}`)
    sizes[name as keyof typeof sizes] = Number(digits)
  }
  return sizes
}
