import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import { passed } from '../domain/judging/verdict.ts'
import type { ReleaseKey } from '../domain/ledger/entry.ts'
import { type GoNoGo, goNoGo, goNoGoJson, goNoGoMarkdown } from '../domain/release/go-no-go.ts'
import { chainOf, releaseKey } from '../domain/release/key.ts'
import type { Artifacts } from '../ports/artifacts.ts'
import type { Release, Releases } from '../ports/releases.ts'
import { releaseOf } from './fetch-asset.ts'
import type { Ledger } from './ledger.ts'

export const GO_NO_GO_ASSET = 'release-go-no-go.json'

/** The decision that follows from the ledger's plan. @throws Failure `no-plan`, `other-plan`. */
export async function decisionOf(
  release: ReleaseKey,
  wanted: { readonly planHash: string; readonly go: boolean },
  ledger: Ledger,
): Promise<GoNoGo> {
  const entry = (await ledger.entries(release)).findLast((e) => e.kind === 'plan')
  if (entry?.kind !== 'plan')
    throw new Failure(
      'no-plan',
      `there is no plan for ${release.product} ${release.version}`,
      'Run the action plan first',
    )
  if (entry.planHash !== wanted.planHash)
    throw new Failure(
      'other-plan',
      `the ledger holds the plan ${entry.planHash}, not ${wanted.planHash}`,
      'Start the pipeline again',
    )
  const { planHash, time: plannedAt } = entry
  return goNoGo(entry.payload.plan, { planHash, plannedAt, go: wanted.go })
}

/** How the asset came to be what it is. */
export type AssetResult = 'uploaded' | 'same' | 'replaced' | 'immutable'

/**
 * Exactly one asset of the right bytes on the release, however often this runs. A published immutable release keeps
 * what it has: then only the ledger carries the decision, and the result says so.
 */
export async function publishAsset(
  release: Release,
  decision: GoNoGo,
  ports: { releases: Releases; digest: (bytes: Uint8Array) => string },
): Promise<AssetResult> {
  const bytes = new TextEncoder().encode(goNoGoJson(decision))
  const present = release.assets.filter((a) => a.name === GO_NO_GO_ASSET)
  const [asset] = present
  const same = asset?.state === 'uploaded' && asset.digest === ports.digest(bytes)
  if (same) return 'same'
  if (release.immutable && !release.draft) return 'immutable'
  for (const old of present) await ports.releases.remove(old)
  await ports.releases.upload(release, GO_NO_GO_ASSET, bytes, 'application/json')
  return present.length === 0 ? 'uploaded' : 'replaced'
}

export interface MetadataRequest {
  readonly version: string
  readonly 'plan-hash': string
  readonly decision: 'go' | 'no-go'
  /** Also as workflow artifact. */
  readonly artifact: boolean
  readonly 'dry-run': boolean
  /** Attempt of the run: artifact names are taken for ever, so a later attempt adds its number. */
  readonly attempt: number
}

export interface MetadataPorts {
  readonly ledger: Ledger
  readonly releases: Releases
  readonly artifacts: Artifacts
  readonly digest: (bytes: Uint8Array | string) => string
}

/** Publish the decision on a release as workflow artifact and as release asset. */
export async function publishMetadata(
  request: MetadataRequest,
  config: Config,
  ports: MetadataPorts,
) {
  const key = releaseKey('version', request.version, config)
  const wanted = { planHash: request['plan-hash'], go: request.decision === 'go' }
  const decision = await decisionOf(chainOf(key), wanted, ports.ledger)
  const json = goNoGoJson(decision)
  const outputs = {
    asset: GO_NO_GO_ASSET,
    'artifact-name': artifactName(key.version, request.attempt),
    digest: ports.digest(json),
    'desktop-rollout-percentage': decision.releaseInputs.desktopRolloutPercentage,
  }
  const summary = [goNoGoMarkdown(decision)]
  if (request['dry-run'])
    return { verdict: passed(`dry run: ${request.decision} would be published`), outputs, summary }
  const release = await releaseOf(key.version, config['tag-prefix'], ports.releases)
  const asset = await publishAsset(release, decision, ports)
  if (request.artifact)
    await ports.artifacts.upload(outputs['artifact-name'], {
      [GO_NO_GO_ASSET]: json,
      'release-go-no-go.md': summary.join(''),
    })
  const where =
    asset === 'immutable'
      ? 'the release is immutable: only the ledger and the artifact carry it'
      : `asset ${asset}`
  return { verdict: passed(`${request.decision} for ${key.version}, ${where}`), outputs, summary }
}

function artifactName(version: string, attempt: number): string {
  return `release-go-no-go-${version}${attempt === 1 ? '' : `-attempt-${attempt}`}`
}
