/** From `lower` to `upper`, both included; infinite where nothing bounds it, NaN where there is none. */
export interface Interval {
  readonly lower: number
  readonly upper: number
}
