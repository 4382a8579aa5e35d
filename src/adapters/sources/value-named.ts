import { Failure } from '../../domain/failure.ts'
import type { Objective } from '../../domain/judging/objective.ts'

/**
 * The value of a source that an objective asks for.
 * @throws Failure `bad-config` where the config has none: it may have changed since the plan.
 */
export function valueNamed<T>(values: Readonly<Record<string, T>>, { query }: Objective): T {
  const name = query ?? ''
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  if (value !== undefined) return value
  throw new Failure(
    'bad-config',
    `the source has no value ${name === '' ? 'without a name' : name}`,
    `Name one of them as query: ${Object.keys(values).join(', ')}`,
  )
}
