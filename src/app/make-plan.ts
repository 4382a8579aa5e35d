import { conditionsOf } from '../domain/config/conditions.ts'
import { parseDuration } from '../domain/config/duration.ts'
import { toObjective } from '../domain/config/objective.ts'
import { plannedComparison } from '../domain/config/planned-comparison.ts'
import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import type { Objective } from '../domain/judging/objective.ts'
import { type Thresholds, withThresholds } from '../domain/observability/thresholds.ts'
import { parseChecksums } from '../domain/release/checksums.ts'
import { type ImageDigests, plannedImages } from '../domain/release/image-digests.ts'
import { schemeOf } from '../domain/release/scheme.ts'
import { fill } from '../domain/release/template.ts'
import type { Terms } from '../domain/release/terms.ts'
import { clockOf } from '../domain/rollout/clock.ts'
import { withCompleting } from '../domain/rollout/completing.ts'
import type { Plan, PlannedArtefact, PlannedStage, Strategy } from '../domain/rollout/plan.ts'
import type { Release, Releases } from '../ports/releases.ts'
import type { Repository } from '../ports/repository.ts'
import { declaredFile } from './declared-file.ts'
import { releaseOf } from './fetch-asset.ts'
import { versionCommit } from './version-commit.ts'

export interface PlanRequest {
  readonly version: string
  readonly channel: string
  readonly baseline: string
  readonly strategy: Strategy
  /** What follows from its type. */
  readonly terms: Terms
  readonly profile: string
  readonly stages: readonly PlannedStage[]
  readonly clock: Config['clock']['kind']
  /** No weight before this time, ISO 8601 in UTC. */
  readonly notBefore?: string | undefined
  /** Limits given by hand. */
  readonly thresholds: Thresholds
  readonly desktopRolloutPercentage: number
  /** Commit of the run that built it: what a digest is planned with, which names none. */
  readonly sha: string
  /** Digests of images, as their build handed them over. */
  readonly digests: ImageDigests
}

/** Everything a plan freezes, read from the config and from what already exists. @throws Failure */
export async function makePlan(
  request: PlanRequest,
  config: Config,
  ports: { releases: Releases; repository: Repository },
): Promise<Plan> {
  const commit = await commitOf(request, config, ports.repository)
  const clock = clockOf({ ...config.clock, kind: request.clock })
  const conditions = conditionsOf(config.conditions, request.notBefore, request.terms.conditions)
  const completing = parseDuration(config.completing?.watch ?? '')
  const comparison = plannedComparison(config, request.stages, request.clock)
  return {
    schema: 1,
    product: config.product,
    channel: request.channel,
    version: request.version,
    baseline: request.baseline,
    commit,
    ...request.terms,
    strategy: request.strategy,
    profile: request.profile,
    ...orderOf(request.profile, config),
    stages: withCompleting(request.stages, completing),
    ...(clock === undefined ? {} : { clock }),
    ...(conditions === undefined ? {} : { conditions }),
    ...(completing === undefined ? {} : { completing }),
    interval: parseDuration(config.looks.interval) ?? 30_000,
    ...(comparison === undefined ? {} : { comparison }),
    objectives: [...withThresholds(objectivesOf(config), request.thresholds)],
    ...(config.score === undefined ? {} : { score: config.score.pass }),
    artefacts: [
      ...(await filesOf(request.version, config, ports.releases)),
      ...plannedImages(config.artefacts, request.digests, request.version),
    ],
    desktopRolloutPercentage: request.desktopRolloutPercentage,
  }
}

/** @throws Failure `absent` where nothing stands for the version. */
async function commitOf(
  { version, sha }: PlanRequest,
  config: Config,
  repository: Repository,
): Promise<string> {
  const scheme = schemeOf(config)
  const commit =
    scheme.name === 'digest'
      ? await repository.commit(sha)
      : await versionCommit(version, config, repository)
  if (commit !== undefined) return commit
  const tag = scheme.tag(version)
  throw tag === undefined
    ? new Failure('absent', `the repository has no commit ${version}`, 'Push it first')
    : new Failure(
        'absent',
        `tag ${tag} does not exist`,
        'Tag the commit and build it before the pipeline starts',
      )
}

/** Where the profile stands among the others. None comes after itself: what it inherits is meant for the others. */
function orderOf(profile: string, { after, publishes }: Config): Pick<Plan, 'after' | 'publishes'> {
  return {
    ...(after === undefined || after === profile ? {} : { after }),
    ...(publishes === false ? { publishes } : {}),
  }
}

function objectivesOf({ objectives }: Config): readonly Objective[] {
  return objectives === 'none' ? [] : objectives.map(toObjective)
}

/** The declared files with the digests that the release's own checksum files name. */
async function filesOf(
  version: string,
  config: Config,
  releases: Releases,
): Promise<PlannedArtefact[]> {
  // What has no tag has no GitHub release, and the config declares no file of one.
  if (schemeOf(config).tag(version) === undefined) return []
  const release = await releaseOf(version, config['tag-prefix'], releases)
  const sums = new Map<string, ReadonlyMap<string, string>>()
  const planned: PlannedArtefact[] = []
  for (const artefact of config.artefacts.filter((a) => a.kind !== 'image')) {
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
