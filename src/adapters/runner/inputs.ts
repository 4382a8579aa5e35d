import type * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import { concealing, tellingParts } from '../../domain/secret-spellings.ts'

/** Larger inputs are refused before anything looks at them. */
const LARGEST = 64 * 1024
const TOO_LARGE = 'is longer than 64 KiB; shorten it'

/**
 * Read every key of the schema from the runner and check all of them at once. An empty input is an absent one: the
 * schema decides whether it may be.
 * @throws Failure `bad-input`: one line naming the input, the problem and the remedy. The value is never echoed.
 */
export function readInputs<S extends z.ZodRawShape>(
  schema: z.ZodObject<S>,
  env: NodeJS.ProcessEnv = process.env,
): z.infer<z.ZodObject<S>> {
  const raw = Object.keys(schema.shape).map((key) => [key, textOf(key, env)] as const)
  const large = raw.filter(([, text]) => (text?.length ?? 0) > LARGEST)
  if (large.length > 0)
    throw new Failure('bad-input', large.map(([key]) => `input ${key}: ${TOO_LARGE}`).join('; '))
  accepted(schema, raw)
  return accepted(schema, withoutSecrets(raw))
}

function accepted<S extends z.ZodRawShape>(
  schema: z.ZodObject<S>,
  raw: Raw,
): z.infer<z.ZodObject<S>> {
  const parsed = schema.safeParse(Object.fromEntries(raw))
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(
    (i) => `input ${String(i.path[0] ?? '')}: ${oneLine(i.message)}`,
  )
  throw new Failure('bad-input', [...new Set(lines)].join('; '))
}

type Raw = readonly (readonly [key: string, text: string | undefined])[]

/** What is said in other inputs goes into issues and the ledger, and a secret may have got into it. */
function withoutSecrets(raw: Raw): Raw {
  const isSecret = (key: string) =>
    /token$|-api-key$|-webhook-url$|-password$|-secrets$|^ledger-key$/.test(key)
  const conceal = concealing(
    raw.flatMap(([key, text]) => (text && isSecret(key) ? tellingParts(text) : [])),
  )
  return raw.map(([key, text]) => [key, text && !isSecret(key) ? conceal(text) : text])
}

function textOf(key: string, env: NodeJS.ProcessEnv): string | undefined {
  const value = env[`INPUT_${key.replaceAll(' ', '_').toUpperCase()}`]?.trim()
  return value === '' ? undefined : value
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, 300)
}
