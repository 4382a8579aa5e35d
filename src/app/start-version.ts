import { parseDuration } from '../domain/config/duration.ts'
import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import { imageReferences, imagesOf } from '../domain/release/image-digests.ts'
import { fill } from '../domain/release/template.ts'
import { lastLine } from '../domain/report/last-line.ts'
import type { PlannedArtefact } from '../domain/rollout/plan.ts'
import type { Command } from '../ports/command.ts'
import type { Traffic } from '../ports/traffic.ts'
import { type FetchPorts, fetchAsset } from './fetch-asset.ts'

export interface StartPorts extends FetchPorts {
  /** What was planned for a version; undefined where no record says. */
  readonly planned: (version: string) => Promise<readonly PlannedArtefact[] | undefined>
  readonly command: Command
  readonly traffic: Traffic
}

/**
 * Start a version by the consumer's own command, from its verified file, in a slot that nobody uses.
 * @throws Failure `busy-slot` when the slot has weight, `not-started` when the command fails or another version answers.
 */
export async function startVersion(
  version: string,
  slot: string,
  config: Config,
  ports: StartPorts,
): Promise<void> {
  const { deploy } = config
  if (deploy === undefined)
    throw new Failure(
      'not-started',
      `${version} does not run in ${slot}`,
      'Start it, or give the config a section deploy',
    )
  const weight = (await ports.traffic.weights())[slot] ?? 0
  if (weight > 0)
    throw new Failure(
      'busy-slot',
      `slot ${slot} has ${weight} % of the traffic`,
      'Only a slot without weight is started anew',
    )
  const values = await valuesOf({ version, slot }, deploy, config, ports)
  const argv = deploy.command.map((part) => fill(part, values))
  const result = await ports.command.run(argv, {
    timeoutMs: parseDuration(deploy.timeout) ?? 600_000,
  })
  if (result.exit !== 0)
    throw new Failure(
      'not-started',
      `the deploy command ended with ${result.exit ?? 'a signal'}: ${lastLine(result.stderr)}`,
    )
  const answers = await ports.traffic.versionIn(slot)
  if (answers !== version)
    throw new Failure(
      'not-started',
      `slot ${slot} answers with ${answers ?? 'nothing'}, not with ${version}`,
    )
}

/** What the command may name in braces. @throws Failure */
async function valuesOf(
  wanted: { readonly version: string; readonly slot: string },
  deploy: NonNullable<Config['deploy']>,
  config: Config,
  ports: StartPorts,
): Promise<Readonly<Record<string, string>>> {
  const { version } = wanted
  const asset = deploy.asset && (await fetchAsset(deploy.asset, version, config, ports))
  const hasImages = imagesOf(config.artefacts).length > 0
  return {
    ...wanted,
    ...(asset ? { asset: asset.path } : {}),
    ...(hasImages ? { images: await plannedImages(version, ports) } : {}),
  }
}

/** @throws Failure `no-plan` where no record says which images a version is. */
async function plannedImages(version: string, { planned }: StartPorts): Promise<string> {
  const images = imageReferences((await planned(version)) ?? [])
  if (images !== '') return images
  throw new Failure(
    'no-plan',
    `no plan in the ledger names the images of ${version}`,
    'Start that version by hand',
  )
}
