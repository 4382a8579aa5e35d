import { readFileSync } from 'node:fs'

/** One case computed by SciPy, statsmodels or NumPy: see test/data/statistics/README.md. */
export interface OracleCase<Input, Expected> {
  readonly id: string
  readonly input: Input
  readonly expected: Expected
  readonly relTol: number
}

export function oracle<Input, Expected>(name: string): OracleCase<Input, Expected>[] {
  const path = new URL(`../../data/statistics/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(path, 'utf8')) as OracleCase<Input, Expected>[]
}

/** Whether a value is the expected one within its relative tolerance. */
export function isClose(value: number, expected: number, relTol: number): boolean {
  return Math.abs(value - expected) <= relTol * Math.abs(expected) + 1e-300
}
