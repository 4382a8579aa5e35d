import * as z from 'zod'
import { SCHEMES } from '../release/scheme.ts'

/** What stands before a version in its tag. */
export const TagPrefix = z
  .string()
  .max(40)
  .regex(/^[A-Za-z0-9._/-]*$/)

/** The kind of version that a product has. */
export const SchemeName = z
  .enum(SCHEMES)
  .describe(
    'What a version is. `semver`: a version that a tag and a GitHub release have. `git-sha`: the commit that is deployed; it needs neither. `digest`: that of the image.',
  )
