import { conditionsOf } from '../domain/config/conditions.ts'
import { parseDuration } from '../domain/config/duration.ts'
import { toObjective } from '../domain/config/objective.ts'
import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import type { Objective } from '../domain/judging/objective.ts'
import { type Thresholds, withThresholds } from '../domain/observability/thresholds.ts'
import { parseChecksums } from '../domain/release/checksums.ts'
import { fill } from '../domain/release/template.ts'
import { tagOf } from '../domain/release/version.ts'
import { clockOf } from '../domain/rollout/clock.ts'
import { withCompleting } from '../domain/rollout/completing.ts'
import type { Plan, PlannedArtefact, PlannedStage, Strategy } from '../domain/rollout/plan.ts'
import type { Release, Releases } from '../ports/releases.ts'
import type { Repository } from '../ports/repository.ts'
import { declaredFile } from './declared-file.ts'
import { releaseOf } from './fetch-asset.ts'

export interface PlanRequest {
  readonly version: string
  readonly channel: string
  readonly baseline: string
  readonly strategy: Strategy
  readonly profile: string
  readonly stages: readonly PlannedStage[]
  readonly clock: Config['clock']['kind']
  /** No weight before this time, ISO 8601 in UTC. */
  readonly notBefore?: string | undefined
  /** Limits given by hand. */
  readonly thresholds: Thresholds
  readonly desktopRolloutPercentage: number
}

/** Everything a plan freezes, read from the config and from the release that already exists. @throws Failure */
export async function makePlan(
  request: PlanRequest,
  config: Config,
  ports: { releases: Releases; repository: Repository },
): Promise<{ readonly plan: Plan; readonly release: Release }> {
  const tag = tagOf(request.version, config['tag-prefix'])
  const commit = await ports.repository.tagCommit(tag)
  if (commit === undefined)
    throw new Failure(
      'absent',
      `tag ${tag} does not exist`,
      'Tag the commit and build it before the pipeline starts',
    )
  const release = await releaseOf(request.version, config['tag-prefix'], ports.releases)
  const clock = clockOf({ ...config.clock, kind: request.clock })
  const conditions = conditionsOf(config.conditions, request.notBefore)
  const completing = parseDuration(config.completing?.watch ?? '')
  const plan: Plan = {
    schema: 1,
    product: config.product,
    channel: request.channel,
    version: request.version,
    baseline: request.baseline,
    commit,
    strategy: request.strategy,
    profile: request.profile,
    stages: withCompleting(request.stages, completing),
    ...(clock === undefined ? {} : { clock }),
    ...(conditions === undefined ? {} : { conditions }),
    ...(completing === undefined ? {} : { completing }),
    interval: parseDuration(config.looks.interval) ?? 30_000,
    objectives: [...withThresholds(objectivesOf(config), request.thresholds)],
    artefacts: await artefactsOf(request.version, release, config, ports.releases),
    desktopRolloutPercentage: request.desktopRolloutPercentage,
  }
  return { plan, release }
}

function objectivesOf({ objectives }: Config): readonly Objective[] {
  return objectives === 'none' ? [] : objectives.map(toObjective)
}

/** The declared artefacts with the digests that the release's own checksum files name. */
async function artefactsOf(
  version: string,
  release: Release,
  config: Config,
  releases: Releases,
): Promise<PlannedArtefact[]> {
  const sums = new Map<string, ReadonlyMap<string, string>>()
  const planned: PlannedArtefact[] = []
  for (const artefact of config.artefacts) {
    const list = fill(artefact.checksums, { version })
    const known = sums.get(list) ?? (await checksums(list, release, releases))
    sums.set(list, known)
    const { name, sha256 } = declaredFile(artefact, version, `${list} of ${release.tag}`, known)
    planned.push({ kind: artefact.kind, name, digest: `sha256:${sha256}` })
  }
  return planned
}

async function checksums(name: string, release: Release, releases: Releases) {
  const asset = release.assets.find((a) => a.name === name)
  if (asset === undefined)
    throw new Failure(
      'absent',
      `release ${release.tag} has no asset ${name}`,
      'Upload it to the draft release',
    )
  return parseChecksums(new TextDecoder().decode(await releases.download(asset)))
}
