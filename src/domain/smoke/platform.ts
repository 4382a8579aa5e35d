import type { Evidence } from '../judging/verdict.ts'

const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/^(?:ubuntu|linux)/, 'linux'],
  [/^(?:macos|mac|darwin)/, 'macos'],
  [/^windows/, 'windows'],
]

/**
 * Whether a job runs on the system that it was asked for, by the names of runner labels (`ubuntu-latest`) or systems
 * (`Linux`). Not so, it says nothing about that system.
 * @param actual RUNNER_OS.
 */
export function osEvidence(wanted: string, actual: string): Evidence {
  return platformEvidence('os', 'RUNNER_OS', wanted, actual, family(wanted) === family(actual))
}

/** Whether the interpreter is of the version asked for: `3.11` fits every 3.11.x, `3.x` every 3. */
export function pythonEvidence(wanted: string, actual: string, question: string): Evidence {
  const series = wanted.replace(/\.x$/, '')
  const fits = actual === series || actual.startsWith(`${series}.`)
  return platformEvidence('python', question, wanted, actual, fits)
}

function platformEvidence(
  name: string,
  question: string,
  limit: string,
  actual: string,
  fits: boolean,
): Evidence {
  const answer = actual === '' ? 'unknown' : actual
  return { name, verdict: fits && actual !== '' ? 'pass' : 'inconclusive', question, answer, limit }
}

function family(text: string): string {
  const name = text.toLowerCase()
  return FAMILIES.find(([pattern]) => pattern.test(name))?.[1] ?? name
}
