import { pick } from '../fakes/random.ts'

const MINUTE = 60_000
/** A plan with a time begins so long after the world, milliseconds. */
export const NOT_BEFORE = 3 * MINUTE

/** What the releases of a world wait for. */
export type Asked = 'approval' | 'notice' | 'time' | 'checkpoints'

/** People who press what a release waits for, at these times, and a person who skips a stage. */
export interface Attentive {
  readonly asked: Asked
  /** So long after the start, milliseconds. */
  readonly looks: readonly number[]
  readonly skipAt: number | undefined
}

/** Lines of the config. */
export const CONDITIONS: Readonly<Record<Asked, string>> = {
  approval: 'conditions: {approval: recorded}',
  notice: 'conditions: {notice: 3m}',
  time: '',
  checkpoints: 'conditions: {checkpoints: true, backup: true}\ncompleting: {watch: 1m}',
}

/** One world in twelve. */
export function attentiveOf(random: () => number): Attentive | undefined {
  if (random() >= 1 / 12) return undefined
  const asked = pick<Asked>(random, ['approval', 'approval', 'notice', 'time', 'checkpoints'])
  const gap = () => Math.floor(random() * pick(random, [20_000, 4 * MINUTE]))
  const looks: number[] = []
  for (let at = gap(); looks.length < 4; at += gap()) looks.push(at)
  return { asked, looks, skipAt: random() < 0.3 ? gap() : undefined }
}
