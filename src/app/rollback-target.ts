import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import { tagOf } from '../domain/release/version.ts'
import type { Releases } from '../ports/releases.ts'
import type { Traffic } from '../ports/traffic.ts'

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
  for (const stable of names)
    if ((await traffic.versionIn(stable)) === baseline) {
      const candidate = names.find((n) => n !== stable)
      if (candidate !== undefined) return { stable, candidate }
    }
  throw new Failure(
    'no-target',
    `no slot answers with the rollback target ${baseline}`,
    'Start that version first, or name the version that serves as baseline',
  )
}

/** The rollback target's release exists with every file it would need. @throws Failure `no-target`. */
export async function proveReleased(
  baseline: string,
  config: Config,
  releases: Releases,
): Promise<void> {
  const tag = tagOf(baseline, config['tag-prefix'])
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
}
