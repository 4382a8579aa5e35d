/** The last two lines of a test run: what could not run, and the sum. */
import type { Tally } from '../check/all.ts'

/** Adds the parts up, prints both lines and sets the exit code. Nothing passed at all is a failure too. */
export function end(parts: readonly Tally[]): void {
  const passed = parts.reduce((sum, part) => sum + part.passed, 0)
  const failed = parts.reduce((sum, part) => sum + part.failed, 0)
  const notRun = [...new Set(parts.flatMap((part) => part.notRun))]
  console.log(notRun.length === 0 ? 'every check ran' : `not run: ${notRun.join(', ')}`)
  console.log(`${passed} passed, ${failed} failed`)
  if (failed > 0 || passed === 0) process.exitCode = 1
}
