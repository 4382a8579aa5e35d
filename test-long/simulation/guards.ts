/** Small defects in the production code that the simulation has to find: each takes one guard away. */
import { OF_THE_CLOCK } from './guards-of-the-clock.ts'
import { OF_THE_CONDITIONS } from './guards-of-the-conditions.ts'
import { OF_THE_RECORD } from './guards-of-the-record.ts'
import { OF_THE_TRAFFIC } from './guards-of-the-traffic.ts'

export interface Planted {
  /** What a hurried change would have broken. */
  readonly what: string
  readonly file: string
  /** Each stands in the file once. */
  readonly edits: readonly (readonly [from: string, to: string])[]
  /** Another guard that stands before this one, and would hide that it is gone. */
  readonly behind?: Omit<Planted, 'what' | 'behind'>
}

export const PLANTED: readonly Planted[] = [
  ...OF_THE_RECORD,
  ...OF_THE_TRAFFIC,
  ...OF_THE_CLOCK,
  ...OF_THE_CONDITIONS,
]
