import type { Config } from '../config/schema.ts'

/** Where a package is installed by default: three systems, three interpreters. */
const RUNNERS = ['ubuntu-latest', 'macos-latest', 'windows-latest']
const PYTHONS = ['3.10', '3.11', '3.12']

/** One leg of the verification: label of the runner, version of the interpreter. */
export interface Platform {
  readonly runner: string
  readonly python: string
}

/** The legs of the config, or the nine defaults. */
export function platformsOf({ verification }: Pick<Config, 'verification'>): readonly Platform[] {
  return (
    verification.platforms ??
    RUNNERS.flatMap((runner) => PYTHONS.map((python) => ({ runner, python })))
  )
}
