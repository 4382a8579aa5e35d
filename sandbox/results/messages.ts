import { z } from 'zod'

interface Named {
  readonly workflow_run_backend_id: string
  readonly workflow_job_run_backend_id: string
  readonly name: string
}

/** The requests of the artifact service, a method each. */
export interface Messages {
  readonly CreateArtifact: Named & {
    readonly version: 7
    readonly mime_type?: string | undefined
    readonly expires_at?: string | undefined
  }
  /** `size` is a number of bytes as text, `hash` is `sha256:` and 64 hex digits. */
  readonly FinalizeArtifact: Named & { readonly size: string; readonly hash?: string | undefined }
  readonly ListArtifacts: Omit<Named, 'name'> & {
    readonly name_filter?: string | undefined
    readonly id_filter?: string | undefined
  }
  readonly GetSignedArtifactURL: Named
  readonly DeleteArtifact: Named
}

/** A method of the artifact service. */
export type Method = keyof Messages

const owner = {
  workflow_run_backend_id: z.string().min(1),
  workflow_job_run_backend_id: z.string().min(1),
}
const named = { ...owner, name: z.string().min(1) }

/** How version 6 of the client writes them: snake case, 64-bit numbers as text. */
export const messages: { readonly [Name in Method]: z.ZodType<Messages[Name]> } = {
  CreateArtifact: z.strictObject({
    ...named,
    version: z.literal(7),
    mime_type: z.string().optional(),
    expires_at: z.string().optional(),
  }),
  FinalizeArtifact: z.strictObject({
    ...named,
    size: z.string().regex(/^\d+$/),
    hash: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/)
      .optional(),
  }),
  ListArtifacts: z.strictObject({
    ...owner,
    name_filter: z.string().optional(),
    id_filter: z.string().regex(/^\d+$/).optional(),
  }),
  GetSignedArtifactURL: z.strictObject(named),
  DeleteArtifact: z.strictObject(named),
}

/** Whether the service has a method of this name. */
export function isMethod(name: string): name is Method {
  return Object.hasOwn(messages, name)
}
