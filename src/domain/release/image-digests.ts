import type { Artefact } from '../config/artefact.ts'
import { Failure } from '../failure.ts'
import type { PlannedArtefact } from '../rollout/plan.ts'

/** Digest of each image by its name. */
export type ImageDigests = ReadonlyMap<string, string>

/** Lines `name=sha256:<hex>`, each name once; undefined for anything else. */
export function parseImageDigests(text: string): ImageDigests | undefined {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const pairs = lines
    .filter((line) => line !== '')
    .map((line) => /^([^\s=@]{1,255})=(sha256:[0-9a-f]{64})$/.exec(line))
  const digests = new Map(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']))
  return pairs.includes(null) || digests.size < pairs.length ? undefined : digests
}

/** The images that a config declares. */
export function imagesOf(artefacts: readonly Artefact[]) {
  return artefacts.filter((artefact) => artefact.kind === 'image')
}

/**
 * The declared images with the digests that their build handed over. A version that is a digest is one of them, and names
 * that of a lone image by itself.
 * @throws Failure `bad-input` unless exactly the declared images have one.
 */
export function plannedImages(
  artefacts: readonly Artefact[],
  given: ImageDigests,
  version: string,
): readonly PlannedArtefact[] {
  const names = imagesOf(artefacts).map(({ name }) => name)
  const isDigest = version.startsWith('sha256:')
  const [lone, ...more] = names
  const isNamed = isDigest && given.size === 0 && lone !== undefined && more.length === 0
  const digests = isNamed ? new Map([[lone, version]]) : given
  const stranger = [...digests.keys()].find((name) => !names.includes(name))
  if (stranger !== undefined)
    throw new Failure('bad-input', `input digests: ${stranger} is no declared image`, DECLARE)
  if (isDigest && names.length > 0 && ![...digests.values()].includes(version))
    throw new Failure('bad-input', `input release_version: ${version} is the digest of no image`)
  return names.map((name) => {
    const digest = digests.get(name)
    if (digest !== undefined) return { kind: 'image', name, digest }
    throw new Failure('bad-input', `input digests: has no line for ${name}`, HAND_OVER)
  })
}

const DECLARE = 'List it under artefacts with the kind image'
const HAND_OVER = 'Give one line name=sha256:… for every declared image'

/** What a command pulls: `name@sha256:…` of every planned image, parted by commas. */
export function imageReferences(artefacts: readonly PlannedArtefact[]): string {
  const images = artefacts.filter(({ kind }) => kind === 'image')
  return images.map(({ name, digest }) => `${name}@${digest}`).join(',')
}
