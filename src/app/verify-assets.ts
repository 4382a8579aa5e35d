import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import type { Evidence, Verdict } from '../domain/judging/verdict.ts'
import { overall } from '../domain/judging/verdict.ts'
import { imagesOf } from '../domain/release/image-digests.ts'
import { chainOf } from '../domain/release/key.ts'
import { platformsOf } from '../domain/release/platforms.ts'
import { schemeOf } from '../domain/release/scheme.ts'
import { compareVersions, type ReleaseVersion, versionOfTag } from '../domain/release/version.ts'
import { bar, table } from '../domain/report/markdown.ts'
import { rolloutOf } from '../domain/rollout/state.ts'
import type { ImageRegistry } from '../ports/image-registry.ts'
import type { Release, Releases } from '../ports/releases.ts'
import { releaseOf } from './fetch-asset.ts'
import { inspectAsset } from './inspect-asset.ts'
import { inspectImages } from './inspect-images.ts'
import type { Ledger } from './ledger.ts'

export interface VerifyPorts {
  readonly releases: Releases
  readonly ledger: Ledger
  readonly registry: ImageRegistry
}

/**
 * Verify every release asset and every image that the config declares: a file is present, complete, and its bytes are those
 * of its checksums line and of GitHub's digest, also on a draft; an image is in its registry by the digest that was planned.
 * @param wanted A version, a tag, or `latest`: the newest published release by semver.
 * @throws Failure when GitHub or a registry cannot be asked; what is wrong with the release is a verdict.
 */
export async function verifyAssets(wanted: string, config: Config, ports: VerifyPorts) {
  const version = await resolveVersion(wanted, config, ports.releases)
  const tag = schemeOf(config).tag(version.version) ?? ''
  const outputs = {
    version: version.version,
    product: config.product,
    is_prerelease: String(version.prerelease),
    tag,
    platforms: JSON.stringify(platformsOf(config)),
  }
  const files = await inspectFiles(version.version, tag, config, ports.releases)
  const images = await plannedImages(version, config, ports)
  const evidence = [...files.evidence, ...images]
  if (evidence.length === 0) return { verdict: nothingDeclared, outputs, summary: [] }
  return { verdict: overall(evidence), outputs, summary: files.summary }
}

/** What the plan of the version says of each declared image, asked of its registry. */
async function plannedImages(version: ReleaseVersion, config: Config, ports: VerifyPorts) {
  if (imagesOf(config.artefacts).length === 0) return []
  const release = chainOf({ product: config.product, ...version })
  const plan = rolloutOf(await ports.ledger.history(release))?.plan
  return inspectImages(plan?.artefacts ?? [], config, ports.registry)
}

/** Every declared release asset. */
async function inspectFiles(version: string, tag: string, config: Config, releases: Releases) {
  const declared = config.artefacts.filter((a) => a.kind === 'release-asset')
  if (declared.length === 0) return { evidence: [], summary: [] }
  const release = await findRelease(version, config['tag-prefix'], releases)
  if (release === undefined) return { evidence: [noRelease(tag)], summary: [] }
  const evidence: Evidence[] = []
  for (const artefact of declared) {
    const found = await inspectAsset(artefact, version, release, releases, releases.measure)
    const sound = found.kind === 'sound'
    evidence.push({
      name: found.name,
      verdict: sound ? 'pass' : 'fail',
      question: `release ${release.tag}, asset ${found.name}`,
      answer: sound ? `${found.file.size} bytes, sha256 ${found.file.sha256}` : found.problem,
      limit: 'bytes of its checksums line and digest',
    })
  }
  return { evidence, summary: summaryOf(release, evidence) }
}

const nothingDeclared: Verdict = { verdict: 'pass', reason: 'nothing declared', evidence: [] }

async function findRelease(version: string, prefix: string, releases: Releases) {
  try {
    return await releaseOf(version, prefix, releases)
  } catch (error) {
    if (error instanceof Failure && error.code === 'absent') return undefined
    throw error
  }
}

function noRelease(tag: string): Evidence {
  const question = `release ${tag}`
  return { name: 'release', verdict: 'fail', question, answer: 'does not exist', limit: 'exists' }
}

async function resolveVersion(
  wanted: string,
  config: Config,
  releases: Releases,
): Promise<ReleaseVersion> {
  const scheme = schemeOf(config)
  const example = scheme.tag('1.4.0')
  if (wanted === 'latest' && example !== undefined)
    return latest(await releases.published(), config['tag-prefix'])
  const version = scheme.read(wanted)
  if (version !== undefined) return version
  throw example === undefined
    ? new Failure('bad-input', `input version_to_verify: must be ${scheme.examples}`)
    : new Failure(
        'bad-input',
        'input version_to_verify: is no version, no tag of this product and not latest',
        `Give one such as 1.4.0, ${example} or latest`,
      )
}

/** By semver, not by date: a patch of an old line may be the last one published. */
function latest(published: readonly Release[], prefix: string): ReleaseVersion {
  const versions = published.map((r) => versionOfTag(r.tag, prefix)).filter((v) => v !== undefined)
  const [newest] = versions.toSorted((a, b) => compareVersions(b.version, a.version))
  if (newest !== undefined) return newest
  throw new Failure('absent', `no release with a tag ${prefix}… is published`, 'Name a version')
}

function summaryOf(release: Release, evidence: readonly Evidence[]): readonly string[] {
  const sound = evidence.filter((e) => e.verdict === 'pass').length
  const state = release.draft ? 'draft' : 'published'
  const rows = [
    ['Release', `${release.tag} (${state})`],
    ['Verified', `${bar(sound / evidence.length)} ${sound} of ${evidence.length} assets`],
  ]
  return [table(['Release assets', ''], rows)]
}
