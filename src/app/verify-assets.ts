import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import type { Evidence, Verdict } from '../domain/judging/verdict.ts'
import { overall } from '../domain/judging/verdict.ts'
import { platformsOf } from '../domain/release/platforms.ts'
import { schemeOf } from '../domain/release/scheme.ts'
import { compareVersions, type ReleaseVersion, versionOfTag } from '../domain/release/version.ts'
import { bar, table } from '../domain/report/markdown.ts'
import type { Release, Releases } from '../ports/releases.ts'
import { releaseOf } from './fetch-asset.ts'
import { inspectAsset } from './inspect-asset.ts'

/**
 * Verify every release asset that the config declares: present, complete, and its bytes those of its checksums line and
 * of GitHub's digest. A draft will do.
 * @param wanted A version, a tag, or `latest`: the newest published release by semver.
 * @throws Failure when GitHub cannot be asked; what is wrong with the release is a verdict.
 */
export async function verifyAssets(wanted: string, config: Config, releases: Releases) {
  const version = await resolveVersion(wanted, config, releases)
  const tag = schemeOf(config).tag(version.version) ?? ''
  const declared = config.artefacts.filter((a) => a.kind === 'release-asset')
  const outputs = {
    version: version.version,
    product: config.product,
    is_prerelease: String(version.prerelease),
    tag,
    platforms: JSON.stringify(platformsOf(config)),
  }
  if (declared.length === 0) return { verdict: nothingDeclared, outputs, summary: [] }
  const release = await findRelease(version.version, config['tag-prefix'], releases)
  if (release === undefined)
    return { verdict: overall([noRelease(outputs.tag)]), outputs, summary: [] }
  const evidence: Evidence[] = []
  for (const artefact of declared) {
    const found = await inspectAsset(artefact, version.version, release, releases, releases.measure)
    const sound = found.kind === 'sound'
    evidence.push({
      name: found.name,
      verdict: sound ? 'pass' : 'fail',
      question: `release ${release.tag}, asset ${found.name}`,
      answer: sound ? `${found.file.size} bytes, sha256 ${found.file.sha256}` : found.problem,
      limit: 'bytes of its checksums line and digest',
    })
  }
  return { verdict: overall(evidence), outputs, summary: summaryOf(release, evidence) }
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
