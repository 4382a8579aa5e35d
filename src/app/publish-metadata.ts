import type { Config } from '../domain/config/schema.ts'
import { passed } from '../domain/judging/verdict.ts'
import { goNoGoJson, goNoGoMarkdown } from '../domain/release/go-no-go.ts'
import { chainOf, releaseKey } from '../domain/release/key.ts'
import { tagPrefixOf } from '../domain/release/scheme.ts'
import type { Artifacts } from '../ports/artifacts.ts'
import type { Clock } from '../ports/clock.ts'
import type { Releases } from '../ports/releases.ts'
import type { Repository } from '../ports/repository.ts'
import { releaseOf } from './fetch-asset.ts'
import type { Ledger } from './ledger.ts'
import { publishArtifact } from './publish-artifact.ts'
import { type AssetResult, publishAsset } from './publish-asset.ts'
import { type Decided, decisionOf, proveOlder, proveTag } from './publish-decision.ts'

export const GO_NO_GO_ASSET = 'release-go-no-go.json'

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
  readonly repository: Repository
  readonly artifacts: Artifacts
  readonly clock: Clock
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
  const decided = await decisionOf(chainOf(key), wanted, ports.ledger)
  const { decision } = decided
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
  const asset = await publishDecision(decided, config, ports)
  const files = { [GO_NO_GO_ASSET]: json, 'release-go-no-go.md': summary.join('') }
  if (request.artifact)
    outputs['artifact-name'] = await publishArtifact(
      outputs['artifact-name'],
      files,
      ports.artifacts,
    )
  const where = WHERE[asset]
  return { verdict: passed(`${request.decision} for ${key.version}, ${where}`), outputs, summary }
}

/** What became of the asset, for people. */
const WHERE: Readonly<Record<AssetResult | 'none', string>> = {
  uploaded: 'asset uploaded',
  same: 'asset same',
  replaced: 'asset replaced',
  immutable: 'the release is immutable: only the ledger and the artifact carry it',
  none: 'versions have no GitHub release: only the ledger and the artifact carry it',
}

/** The decision as release asset, where versions have a release. */
async function publishDecision(
  decided: Decided,
  config: Config,
  ports: MetadataPorts,
): Promise<AssetResult | 'none'> {
  const tagPrefix = tagPrefixOf(config)
  if (tagPrefix === undefined) return 'none'
  const release = await releaseOf(decided.decision.version, tagPrefix, ports.releases)
  await proveTag(decided, release.tag, ports.repository)
  const asset = {
    name: GO_NO_GO_ASSET,
    bytes: new TextEncoder().encode(goNoGoJson(decided.decision)),
    type: 'application/json',
    prove: (standing: Uint8Array) => proveOlder(standing, decided),
  }
  return publishAsset(release, asset, ports)
}

function artifactName(version: string, attempt: number): string {
  // GitHub refuses a colon in a name.
  return `release-go-no-go-${version.replace(':', '-')}${attempt === 1 ? '' : `-attempt-${attempt}`}`
}
