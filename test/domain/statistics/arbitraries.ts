import fc from '../../properties.ts'

/** Numbers between −1e12 and 1e12 with few digits, so that ties happen and shifts are exact enough. */
const value = fc.integer({ min: -1000, max: 1000 }).map((n) => n / 8)

/** Two samples of a few values each. */
export const twoSamples = fc.tuple(
  fc.array(value, { minLength: 2, maxLength: 25 }),
  fc.array(value, { minLength: 2, maxLength: 25 }),
)

/** The same, all above 0. */
export const twoPositive = twoSamples.map(([x, y]) => [positive(x), positive(y)] as const)

const positive = (values: readonly number[]) => values.map((v) => Math.abs(v) + 0.125)

/** A change of unit from 1e-12 to 1e12: powers of two change no digit. */
export const unit = fc.integer({ min: -40, max: 40 }).map((exponent) => 2 ** exponent)
