import * as z from 'zod'
import { HttpUrl, Origin, Slug } from './text.ts'

const checksums = z
  .string()
  .min(1)
  .describe('Release asset with lines `<sha256>  <file>`, with `{version}` where the name has it.')

/** Registry and repository, as the distribution specification writes them: no tag, no digest. */
const ImageName = z
  .string()
  .max(255)
  .regex(
    /^(?:localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)+|[a-z0-9.-]+(?=:))(?::\d{1,5})?(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)+$/,
    'must be registry and repository such as ghcr.io/acme/checkout, without tag and digest',
  )

/** What a release consists of, so that it can be verified: built and uploaded before the pipeline starts. */
export const Artefact = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('release-asset'),
      name: z
        .string()
        .min(1)
        .max(255)
        .describe('File name on the GitHub release, with `{version}`.'),
      checksums,
    }),
    z.strictObject({
      kind: z.literal('python-package'),
      name: z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/),
      file: z.string().min(1).max(255).describe('File name on the index, with `{version}`.'),
      import: z
        .string()
        .regex(/^[A-Za-z_][\w.]*$/)
        .describe('Module whose `__version__` must be the version.'),
      scripts: z.array(Slug).max(20).default([]).describe('Console scripts that must start.'),
      checksums,
    }),
    z.strictObject({
      kind: z.literal('image'),
      name: ImageName.describe(
        'Registry and repository, such as `ghcr.io/acme/checkout`. The digest comes with the input `digests` of the action `plan`.',
      ),
      registry: HttpUrl.optional().describe(
        'Address of the registry. Left out: https at the host of the name.',
      ),
      'token-origin': Origin.optional().describe(
        'Origin that hands out tokens for the registry, where it is another one: the login is sent there too.',
      ),
    }),
  ])
  .meta({ id: 'Artefact' })
export type Artefact = z.infer<typeof Artefact>
/** What has a file with a line in the checksums. */
export type FileArtefact = Exclude<Artefact, { kind: 'image' }>
