import { z } from 'zod'

const line = z.object({
  job: z.string().optional(),
  jobID: z.string().optional(),
  level: z.string().default('info'),
  msg: z.string().default(''),
  step: z.string().optional(),
  stepID: z.array(z.string()).optional(),
  stepid: z.array(z.string()).optional(),
  stage: z.string().optional(),
  stepResult: z.string().optional(),
  executionTime: z.number().optional(),
  jobResult: z.string().optional(),
  raw_output: z.boolean().optional(),
  command: z.string().optional(),
  arg: z.string().optional(),
  raw: z.string().optional(),
  name: z.string().optional(),
  content: z.string().optional(),
})

/** One line of `act --json`. */
export type ActLine = z.infer<typeof line>

/** Reads a line of act's standard output; nothing when it is not one of its JSON objects. */
export function readActLine(text: string): ActLine | undefined {
  if (!text.startsWith('{')) return undefined
  try {
    const parsed = line.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
