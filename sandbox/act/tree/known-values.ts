import { evaluate, evaluateText, type Known, type KnownContexts } from '../expression/evaluate.ts'
import { asExpression, condition } from '../expression/template.ts'
import { asMap, asText, isMap, type Yaml, type YamlMap } from '../yaml.ts'
import { trigger } from './call-tree.ts'

/** A context with its keys in lower case, as GitHub looks them up. */
export function knownContext(
  values: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, Known> {
  return new Map(
    Object.entries(values)
      .filter(
        (entry): entry is [string, Known] => entry[1] === null || typeof entry[1] !== 'object',
      )
      .map(([name, value]) => [name.toLowerCase(), value]),
  )
}

/** The contexts inside a called file: its inputs as far as the caller's expressions are known before the run. */
export function calledContexts(
  called: YamlMap,
  job: YamlMap,
  contexts: KnownContexts,
): KnownContexts {
  const declared = asMap(trigger(called, 'workflow_call').inputs)
  const given = asMap(job.with)
  const inputs = Object.entries(declared).flatMap(([name, input]): [string, Known][] => {
    const value = inputValue(
      given[name] ?? asMap(input).default,
      asText(asMap(input).type),
      contexts,
    )
    return value === undefined ? [] : [[name.toLowerCase(), value]]
  })
  const { needs: _needs, matrix: _matrix, ...shared } = contexts
  return { ...shared, inputs: new Map(inputs) }
}

const empty: Readonly<Record<string, Known>> = { boolean: false, number: 0 }

function inputValue(
  value: Yaml | undefined,
  type: string,
  contexts: KnownContexts,
): Known | undefined {
  if (value === undefined || value === null) return empty[type] ?? ''
  if (typeof value === 'object') return undefined
  const known = typeof value === 'string' ? evaluate(asExpression(value), contexts) : value
  return known !== undefined && type === 'string' ? String(known ?? '') : known
}

/** The environment of a job: its name, nothing without one, `unknown` when it shows only in the run. */
export function environmentOf(
  job: YamlMap,
  contexts: KnownContexts,
): { readonly name: string } | 'unknown' | undefined {
  const written = asText(isMap(job.environment) ? job.environment.name : job.environment)
  if (written === '') return undefined
  const name = evaluateText(written, contexts)
  if (name === '') return undefined
  return name === undefined ? 'unknown' : { name }
}

/** True when it is known before the run that the job's `if` is false. */
export function neverRuns(job: YamlMap, contexts: KnownContexts): boolean {
  const written = condition(job.if)
  if (!written) return false
  const value = evaluate(written, contexts)
  return value === false || value === '' || value === 0 || value === null
}
