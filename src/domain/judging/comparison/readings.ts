import { LevelEvidence } from './level-evidence.ts'
import { gaugeSettings, lagSettings } from './level-settings.ts'
import type { MeasuredValues, ReadingsLook } from './look.ts'
import type { MetricEvidence, Standing } from './metric-evidence.ts'
import type { ComparisonPolicy } from './policy.ts'
import { SharedJump } from './shared-jump.ts'

/** Variance of one reading around the level of its look, before any was seen, and how many readings that counts as. */
const BEFORE = { variance: 0.0025, readings: 10 }

/** A gauge or a lag, by the logarithm of its readings. */
export class ReadingsEvidence implements MetricEvidence<ReadingsLook> {
  readonly #policy: ComparisonPolicy
  readonly #level: LevelEvidence
  readonly #jump = new SharedJump()
  readonly #floor: number
  #squares = BEFORE.variance * BEFORE.readings
  #degrees = BEFORE.readings
  #readings = 0
  #silent = 0

  constructor(policy: ComparisonPolicy, kind: ReadingsLook['kind']) {
    this.#policy = policy
    this.#level = new LevelEvidence(kind === 'lag' ? lagSettings(policy) : gaugeSettings(policy))
    // Half a message; a gauge has no smallest step.
    this.#floor = kind === 'lag' ? 0.5 : 1e-9
  }

  add({ baseline, canary }: ReadingsLook, minute: number): void {
    const [b, c] = [this.#logs(baseline), this.#logs(canary)]
    this.#readings += c.length
    this.#silent += 1
    const jump = this.#jump.next(mean(b))
    if (minute > this.#policy.warmupMinutes) {
      const v = (this.#squares / this.#degrees) * (1 / b.length + 1 / c.length)
      if (b.length === 0 || c.length === 0) this.#level.miss()
      else {
        this.#level.add(mean(c) - mean(b), v + jump)
        this.#silent = 0
      }
    }
    for (const logs of [b, c]) this.#learn(logs)
  }

  standing(): Standing {
    const { value, information } = this.#level.estimate
    const [n, looks, silent] = [this.#readings, this.#level.used, this.#silent]
    return { logE: this.#level.logE, effect: Math.exp(value), information, n, looks, silent }
  }

  #logs(side: MeasuredValues | null): readonly number[] {
    const readings = (side?.values ?? []).filter(
      (value) => value !== null && Number.isFinite(value),
    )
    return readings.map((value) => Math.log(Math.max(value as number, this.#floor)))
  }

  #learn(logs: readonly number[]): void {
    const middle = mean(logs)
    for (const log of logs) this.#squares += (log - middle) ** 2
    this.#degrees += Math.max(0, logs.length - 1)
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
