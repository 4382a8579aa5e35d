import { Failure } from '../domain/failure.ts'
import { compareVersions, parseVersion } from '../domain/release/version.ts'
import { rolloutOf } from '../domain/rollout/state.ts'
import type { Traffic } from '../ports/traffic.ts'
import type { Ledger } from './ledger.ts'
import { answerIn } from './rollback-target.ts'

interface Scope {
  readonly product: string
  /** Version to go back to. */
  readonly target: string
}

/**
 * The version that a rollback leaves. While a canary runs two versions have traffic: it is the newer one. A version
 * that has traffic and does not answer is the one that most needs a way back: then the record says which it is.
 * @throws Failure `absent`.
 */
export async function versionToLeave(
  scope: Scope,
  { traffic, ledger }: { readonly traffic: Traffic; readonly ledger: Ledger },
): Promise<string> {
  const slots = Object.entries(await traffic.weights()).filter(([, weight]) => weight > 0)
  const answers = await Promise.all(slots.map(([slot]) => answerIn(slot, traffic)))
  const versions = answers.filter((answer) => typeof answer === 'string')
  const [newest] = versions.sort((a, b) => compareVersions(b, a))
  const silent = versions.length < slots.length
  if (newest !== undefined && (!silent || compareVersions(newest, scope.target) > 0)) return newest
  const recorded = await lastShifted(scope, ledger)
  if (recorded !== undefined) return recorded
  throw new Failure(
    'absent',
    'a slot that has traffic does not answer, and the ledger knows no newer version that was given traffic',
    'Name it in the input current_version',
  )
}

/** The newest version after the target that was given traffic and not taken back. */
async function lastShifted({ product, target }: Scope, ledger: Ledger) {
  const channel = parseVersion(target, '')?.channel ?? ''
  const recorded = await ledger.versions({ product, channel })
  const newer = recorded
    .filter((version) => compareVersions(version, target) > 0)
    .sort((a, b) => compareVersions(b, a))
  for (const version of newer) {
    const rollout = rolloutOf(await ledger.history({ product, channel, version }))
    const shifted = rollout?.weights !== undefined || rollout?.pending !== undefined
    if (shifted && rollout.result !== 'rolled-back') return version
  }
  return undefined
}
