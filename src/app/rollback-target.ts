import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import { schemeOf } from '../domain/release/scheme.ts'
import type { Plan, PlannedArtefact } from '../domain/rollout/plan.ts'
import { rolloutOf } from '../domain/rollout/state.ts'
import type { Release, Releases } from '../ports/releases.ts'
import type { Traffic } from '../ports/traffic.ts'
import type { Ledger } from './ledger.ts'

/** Slots by their part in a rollout. */
export interface Slots {
  /** Serves the baseline. */
  readonly stable: string
  /** The other one. */
  readonly candidate: string
}

/**
 * Which slot serves: the one that has the weight, or, while a canary runs, the one that answers with the baseline.
 * @throws Failure `no-target` when the version to go back to does not answer: nothing may move then.
 */
export async function findSlots(baseline: string, traffic: Traffic): Promise<Slots> {
  const weights = await traffic.weights()
  const names = Object.keys(weights).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0))
  let trouble: Failure | undefined
  for (const stable of names) {
    const answer = await answerIn(stable, traffic)
    if (answer instanceof Failure) trouble = answer
    const candidate = names.find((n) => n !== stable)
    if (answer === baseline && candidate !== undefined) return { stable, candidate }
  }
  if (trouble !== undefined) throw trouble
  throw new Failure(
    'no-target',
    `no slot answers with the rollback target ${baseline}`,
    'Start that version first, or name the version that serves as baseline',
  )
}

/**
 * A new release starts from a baseline that has all the traffic: the idle slot is about to be replaced.
 * @throws Failure `no-target` when another version has some of it.
 */
export async function proveServing(
  baseline: string,
  { stable }: Slots,
  traffic: Traffic | undefined,
): Promise<void> {
  const weight = (await traffic?.weights())?.[stable]
  if (weight === 100) return
  throw new Failure(
    'no-target',
    `the baseline ${baseline} has ${weight} % of the traffic`,
    'Name the version that serves as baseline, or take all traffic back to it with release-rollback',
  )
}

/** The version in a slot, or why it cannot be asked: a version that hangs must not bar the way back to the other. */
export async function answerIn(
  slot: string,
  traffic: Traffic,
): Promise<string | Failure | undefined> {
  try {
    return await traffic.versionIn(slot)
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}

export interface TargetPorts {
  readonly releases: Releases
  readonly ledger: Ledger
  readonly traffic: Traffic | undefined
}

/**
 * The rollback target was released: its GitHub release exists with every file it would need. Where versions have none, its
 * record or a slot says so.
 * @returns Its GitHub release, where it has one.
 * @throws Failure `no-target`.
 */
export async function proveReleased(
  baseline: string,
  config: Config,
  ports: TargetPorts,
): Promise<Release | undefined> {
  const tag = schemeOf(config).tag(baseline)
  if (tag !== undefined) return proveRelease(tag, baseline, config, ports.releases)
  const release = { product: config.product, channel: 'stable', version: baseline }
  const result = rolloutOf(await ports.ledger.history(release))?.result
  if (result === 'completed' || (await serves(baseline, ports.traffic))) return undefined
  throw new Failure(
    'no-target',
    `nothing says that the rollback target ${baseline} was released: no record, and no slot answers with it`,
    'Name a version that was released',
  )
}

async function serves(version: string, traffic: Traffic | undefined): Promise<boolean> {
  if (traffic === undefined) return false
  const slots = Object.keys(await traffic.weights())
  const answers = await Promise.all(slots.map((slot) => answerIn(slot, traffic)))
  return answers.includes(version)
}

async function proveRelease(
  tag: string,
  baseline: string,
  config: Config,
  releases: Releases,
): Promise<Release> {
  const release = await releases.byTag(tag)
  if (release === undefined)
    throw new Failure(
      'no-target',
      `the rollback target ${tag} has no GitHub release`,
      'Name a baseline that was released',
    )
  const wanted = config.artefacts
    .filter((a) => a.kind === 'release-asset')
    .map((a) => a.name.replaceAll('{version}', baseline))
  const missing = wanted.filter(
    (name) => !release.assets.some((a) => a.name === name && a.state === 'uploaded'),
  )
  if (missing.length > 0)
    throw new Failure(
      'no-target',
      `the rollback target ${tag} lacks ${missing.join(', ')}`,
      'Upload it before releasing',
    )
  return release
}

/**
 * A canary of the bytes that serve already compares nothing and proves nothing: the build of another version was taken.
 * Only files whose digest GitHub gives are compared.
 * @throws Failure `same-bytes` when no file of the plan differs from the baseline's.
 */
export function proveChanged(plan: Plan, baseline: Release | undefined): void {
  if (baseline === undefined) return
  const { tag, assets } = baseline
  const isSame = ({ kind, digest }: PlannedArtefact) =>
    kind === 'release-asset' && assets.some((asset) => asset.digest === digest)
  if (plan.artefacts.length > 0 && plan.artefacts.every(isSame))
    throw new Failure(
      'same-bytes',
      `every artefact of ${plan.version} has the bytes of its baseline ${tag}`,
      'Build the new version, and name it inside the build',
    )
}
