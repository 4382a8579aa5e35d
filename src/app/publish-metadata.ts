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
import { plannedRollout } from './planned-rollout.ts'
import { publishArtifact } from './publish-artifact.ts'

export const GO_NO_GO_ASSET = 'release-go-no-go.json'

/**
 * The decision that follows from the ledger's plan. @throws Failure `no-plan`, `other-plan`; `contradicted` for a go
 * after the release was taken back.
 */
export async function decisionOf(
  release: ReleaseKey,
  wanted: { readonly planHash: string; readonly go: boolean },
  ledger: Ledger,
): Promise<GoNoGo> {
  const entries = await ledger.entries(release)
  const { plan, planHash, result } = plannedRollout(entries, release, wanted.planHash)
  if (wanted.go && result === 'rolled-back')
    throw new Failure(
      'contradicted',
      `the ledger says that ${plan.version} was rolled back`,
      'Publish no-go',
    )
  const plannedAt = entries.findLast((e) => e.kind === 'plan')?.time ?? ''
  return goNoGo(plan, { planHash, plannedAt, go: wanted.go })
}

/** How the asset came to be what it is. */
export type AssetResult = 'uploaded' | 'same' | 'replaced' | 'immutable'

interface AssetPorts {
  readonly releases: Releases
  readonly digest: (bytes: Uint8Array) => string
}

/**
 * Exactly one asset of the right bytes on the release, however often this runs. A published immutable release keeps
 * what it has: then only the ledger carries the decision, and the result says so.
 */
export async function publishAsset(
  release: Release,
  decision: GoNoGo,
  { releases, digest }: AssetPorts,
): Promise<AssetResult> {
  const bytes = new TextEncoder().encode(goNoGoJson(decision))
  const wanted = digest(bytes)
  const present = release.assets.filter((a) => a.name === GO_NO_GO_ASSET)
  if (holds(release, wanted)) return 'same'
  if (release.immutable && !release.draft) return 'immutable'
  for (const old of present) await releases.remove(old)
  const done = await uploadOnce(release, bytes, wanted, releases)
  return present.length === 0 ? done : 'replaced'
}

/** An answer that is lost, or another run that is faster: what stands there afterwards decides. */
async function uploadOnce(
  release: Release,
  bytes: Uint8Array,
  wanted: string,
  releases: Releases,
): Promise<AssetResult> {
  try {
    await releases.upload(release, GO_NO_GO_ASSET, bytes, 'application/json')
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const now = await releases.byTag(release.tag)
    if (now === undefined || !holds(now, wanted)) throw error
  }
  return 'uploaded'
}

function holds({ assets }: Release, digest: string): boolean {
  const asset = assets.find((a) => a.name === GO_NO_GO_ASSET)
  return asset?.state === 'uploaded' && asset.digest === digest
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
  const files = { [GO_NO_GO_ASSET]: json, 'release-go-no-go.md': summary.join('') }
  if (request.artifact)
    outputs['artifact-name'] = await publishArtifact(
      outputs['artifact-name'],
      files,
      ports.artifacts,
    )
  const where =
    asset === 'immutable'
      ? 'the release is immutable: only the ledger and the artifact carry it'
      : `asset ${asset}`
  return { verdict: passed(`${request.decision} for ${key.version}, ${where}`), outputs, summary }
}

function artifactName(version: string, attempt: number): string {
  return `release-go-no-go-${version}${attempt === 1 ? '' : `-attempt-${attempt}`}`
}
