import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import { passed } from '../domain/judging/verdict.ts'
import type { ReleaseKey } from '../domain/ledger/entry.ts'
import { type GoNoGo, goNoGo, goNoGoJson, goNoGoMarkdown } from '../domain/release/go-no-go.ts'
import { chainOf, releaseKey } from '../domain/release/key.ts'
import type { Artifacts } from '../ports/artifacts.ts'
import type { Clock } from '../ports/clock.ts'
import type { Releases } from '../ports/releases.ts'
import { releaseOf } from './fetch-asset.ts'
import type { Ledger } from './ledger.ts'
import { plannedRollout } from './planned-rollout.ts'
import { publishArtifact } from './publish-artifact.ts'
import { publishAsset } from './publish-asset.ts'

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
  const bytes = new TextEncoder().encode(json)
  const file = { name: GO_NO_GO_ASSET, bytes, type: 'application/json' }
  const asset = await publishAsset(release, file, ports)
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
