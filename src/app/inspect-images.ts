import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import type { Evidence } from '../domain/judging/verdict.ts'
import { imagesOf } from '../domain/release/image-digests.ts'
import type { PlannedArtefact } from '../domain/rollout/plan.ts'
import type { ImageRegistry } from '../ports/image-registry.ts'

/**
 * Have every planned image looked for by its digest, its manifest read and hashed.
 * @throws Failure when a registry cannot be asked; an image that is missing is a verdict.
 */
export async function inspectImages(
  planned: readonly PlannedArtefact[],
  config: Pick<Config, 'artefacts'>,
  registry: ImageRegistry,
): Promise<readonly Evidence[]> {
  const evidence: Evidence[] = []
  for (const image of imagesOf(config.artefacts)) {
    const digest = planned.find(({ kind, name }) => kind === 'image' && name === image.name)?.digest
    evidence.push(
      digest === undefined ? unplanned(image.name) : await inspect(image, digest, registry),
    )
  }
  return evidence
}

async function inspect(
  image: ReturnType<typeof imagesOf>[number],
  digest: string,
  registry: ImageRegistry,
): Promise<Evidence> {
  const size = await registry.manifestSize(image, digest)
  return {
    name: image.name,
    verdict: size === undefined ? 'fail' : 'pass',
    question: `${image.name}@${digest}`,
    answer: size === undefined ? 'not in the registry' : `manifest of ${size} bytes`,
    limit: 'bytes of its digest',
  }
}

/** What nobody handed over nobody can look for. */
const unplanned = (name: string): Evidence => ({
  name,
  verdict: 'inconclusive',
  question: `the plan of the version, image ${name}`,
  answer: 'names no digest',
  limit: 'names one',
})

/** @throws Failure `absent` for the first planned image that its registry does not have. */
export async function proveImages(
  planned: readonly PlannedArtefact[],
  config: Pick<Config, 'artefacts'>,
  registry: ImageRegistry,
): Promise<void> {
  const evidence = await inspectImages(planned, config, registry)
  const missing = evidence.find(({ verdict }) => verdict !== 'pass')
  if (missing !== undefined)
    throw new Failure('absent', `${missing.question}: ${missing.answer}`, 'Push it before this run')
}
