import * as z from 'zod'
import { Slug } from './text.ts'

const checksums = z
  .string()
  .min(1)
  .describe('Release asset with lines `<sha256>  <file>`, with `{version}` where the name has it.')

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
  ])
  .meta({ id: 'Artefact' })
export type Artefact = z.infer<typeof Artefact>
