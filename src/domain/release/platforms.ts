import type { Config } from '../config/schema.ts'

/** Where a package is installed by default: three systems, three interpreters. */
const RUNNERS = ['ubuntu-latest', 'macos-latest', 'windows-latest']
const PYTHONS = ['3.10', '3.11', '3.12']

/** One leg of the verification: label of the runner, version of the interpreter. */
export interface Platform {
  readonly runner: string
  readonly python: string
}

/** The legs of the config, else the nine defaults; one where there is no package to install. */
export function platformsOf({
  verification,
  artefacts,
}: Pick<Config, 'verification' | 'artefacts'>): readonly Platform[] {
  if (verification.platforms !== undefined) return verification.platforms
  // A matrix needs a leg, and its minutes are paid for.
  if (!artefacts.some(({ kind }) => kind === 'python-package'))
    return [{ runner: 'ubuntu-latest', python: '3.12' }]
  return RUNNERS.flatMap((runner) => PYTHONS.map((python) => ({ runner, python })))
}
