import { Failure } from '../domain/failure.ts'
import { OPEN_RELEASES, releaseOfMarker } from '../domain/ledger/path.ts'
import type { VersionScheme } from '../domain/release/scheme.ts'
import { parseVersion } from '../domain/release/version.ts'
import { type Rollout, rolloutOf } from '../domain/rollout/state.ts'
import type { Traffic } from '../ports/traffic.ts'
import type { Ledger } from './ledger.ts'
import { answerIn } from './rollback-target.ts'

interface Scope {
  readonly product: string
  /** Version to go back to. */
  readonly target: string
  readonly scheme: Pick<VersionScheme, 'compare'>
}

/** What the slots that have traffic answered. */
interface Served {
  readonly versions: readonly string[]
  /** One of them did not answer. */
  readonly silent: boolean
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
  const served = { versions, silent: versions.length < slots.length }
  const { compare } = scope.scheme
  const found =
    compare === undefined
      ? await byRecord(served, scope, ledger)
      : await byOrder(served, { ...scope, compare }, ledger)
  if (found !== undefined) return found
  throw new Failure(
    'absent',
    served.silent
      ? 'a slot that has traffic does not answer, and the ledger knows no newer version that was given traffic'
      : 'the slots do not say which version is the newer one, and the ledger knows no open release',
    'Name it in the input current_version',
  )
}

type Ordered = Scope & { readonly compare: NonNullable<VersionScheme['compare']> }

async function byOrder({ versions, silent }: Served, scope: Ordered, ledger: Ledger) {
  const { compare, target } = scope
  const [newest] = versions.toSorted((a, b) => compare(b, a))
  if (newest !== undefined && (!silent || compare(newest, target) > 0)) return newest
  return lastShifted(scope, ledger)
}

/** The newest version after the target that was given traffic and not taken back. */
async function lastShifted({ product, target, compare }: Ordered, ledger: Ledger) {
  const channel = parseVersion(target, '')?.channel ?? ''
  const recorded = await ledger.versions({ product, channel })
  const newer = recorded
    .filter((version) => compare(version, target) > 0)
    .sort((a, b) => compare(b, a))
  for (const version of newer) {
    const rollout = rolloutOf(await ledger.history({ product, channel, version }))
    if (isShifted(rollout) && rollout?.result !== 'rolled-back') return version
  }
  return undefined
}

/** Versions without an order: the open release is the newer one, else the one that is not the target. */
async function byRecord({ versions, silent }: Served, { product, target }: Scope, ledger: Ledger) {
  const others = versions.filter((version) => version !== target)
  const [other, ...more] = others
  if (!silent && more.length === 0) return other ?? versions[0]
  const markers = await ledger.markers(OPEN_RELEASES)
  const open = [...markers.keys()]
    .map(releaseOfMarker)
    .filter((release) => release?.product === product)
  for (const release of open)
    if (release !== undefined && isShifted(rolloutOf(await ledger.history(release))))
      return release.version
  return undefined
}

function isShifted(rollout: Rollout | undefined): boolean {
  return rollout?.weights !== undefined || rollout?.pending !== undefined
}
