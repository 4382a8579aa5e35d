import { Failure } from '../domain/failure.ts'
import type { ReleaseKey } from '../domain/ledger/entry.ts'
import { GoNoGo, goNoGo } from '../domain/release/go-no-go.ts'
import type { Repository } from '../ports/repository.ts'
import type { Ledger } from './ledger.ts'
import { proveNotLeftBehind } from './left-behind.ts'
import { plannedRollout } from './planned-rollout.ts'

export interface Decided {
  readonly decision: GoNoGo
  /** Commit that was planned, 40 hex digits. */
  readonly commit: string
  /** Hashes of every plan that the ledger has of the release. */
  readonly planHashes: ReadonlySet<string>
}

/**
 * The decision that follows from the ledger's plan. @throws Failure `no-plan`, `other-plan`, `overtaken`; `contradicted`
 * for a go after the release was taken back.
 */
export async function decisionOf(
  release: ReleaseKey,
  wanted: { readonly planHash: string; readonly go: boolean },
  ledger: Ledger,
): Promise<Decided> {
  const entries = await ledger.entries(release)
  const rollout = plannedRollout(entries, release, wanted.planHash)
  const { plan, planHash, result } = rollout
  proveNotLeftBehind(entries, rollout, ledger.run)
  if (wanted.go && result === 'rolled-back')
    throw new Failure(
      'contradicted',
      `the ledger says that ${plan.version} was rolled back`,
      'Publish no-go',
    )
  const plans = entries.filter((e) => e.kind === 'plan')
  const plannedAt = plans.at(-1)?.time ?? ''
  return {
    decision: goNoGo(plan, { planHash, plannedAt, go: wanted.go }),
    commit: plan.commit,
    planHashes: new Set(plans.map((e) => e.planHash ?? '')),
  }
}

/**
 * A go is for one commit: whoever follows the tag must come to it. A no-go stops, wherever the tag is.
 * @throws Failure `contradicted` when the tag is somewhere else by now, or gone.
 */
export async function proveTag(
  { decision, commit }: Decided,
  tag: string,
  repository: Repository,
): Promise<void> {
  if (decision.gates.status === 'no-go') return
  const now = await repository.tagCommit(tag)
  if (now === commit) return
  const where = now === undefined ? 'is gone' : `is at ${now.slice(0, 7)}`
  throw new Failure(
    'contradicted',
    `the tag ${tag} ${where}, and ${commit.slice(0, 7)} was planned`,
    'Put the tag back, or roll the release back and plan it anew',
  )
}

/**
 * What stands on the release gives way to a decision that came after it, of a plan of this ledger. What is no decision
 * at all gives way as well.
 * @throws Failure `contradicted` for a newer decision, and for one that this repository never planned.
 */
export function proveOlder(standing: Uint8Array, { decision, planHashes }: Decided): void {
  const old = GoNoGo.safeParse(jsonOf(standing)).data
  if (old === undefined) return
  if (Date.parse(old.generatedAt) > Date.parse(decision.generatedAt))
    throw refusal(`is of a newer plan (${old.generatedAt})`, 'Publish the decision of that plan')
  if (old.version !== decision.version || !planHashes.has(old.planHash))
    throw refusal('is of a plan that this ledger does not have', 'Look who put it there, delete it')
}

function refusal(what: string, remedy: string): Failure {
  return new Failure('contradicted', `the decision that stands on the release ${what}`, remedy)
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
