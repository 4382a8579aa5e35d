import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { hasEnded } from '../children.ts'

/** Waits until `probe` resolves to true; rejects with one line when the program ends or is too late. */
export async function untilReady(
  name: string,
  child: ChildProcess,
  probe: () => Promise<boolean>,
  timeoutMs = 10_000,
): Promise<void> {
  const end = Date.now() + timeoutMs
  while (!(await probe().catch(() => false))) {
    if (hasEnded(child)) throw new Error(`${name} ended with code ${child.exitCode} at its start`)
    if (Date.now() > end) throw new Error(`${name} was not ready in ${timeoutMs} ms`)
    await sleep(40)
  }
}
