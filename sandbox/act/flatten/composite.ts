import {
  constantKey,
  contextName,
  type Expression,
  mapChildren,
  path,
} from '../expression/syntax.ts'
import { embed, mapTemplate } from '../expression/template.ts'
import { isComposite, readAction, tokenInputs } from '../tree/action-file.ts'
import { parseUses, stepUses } from '../tree/uses.ts'
import { asMap, asText, isMap, mapStrings, type Yaml, type YamlMap } from '../yaml.ts'

/** The extra input by which a composite action of the copy gets the token of the job that runs it. */
export const tokenInput = '__job_token'

/** The action file as act must see it: local references, and in a composite the job's own token. */
export function localiseAction(action: YamlMap, suite: string): YamlMap {
  if (!isComposite(action)) return action
  const runs = asMap(action.runs)
  const steps = (Array.isArray(runs.steps) ? runs.steps : []).map((step: Yaml) =>
    isMap(step) ? localiseStep(step, suite) : step,
  )
  return {
    ...action,
    inputs: { ...asMap(action.inputs), [tokenInput]: { description: 'set by the sandbox' } },
    runs: { ...runs, steps },
  }
}

function localiseStep(step: YamlMap, suite: string): YamlMap {
  const own = path('inputs', tokenInput)
  const changed = asMap(
    mapStrings(step, (text) => mapTemplate(text, (found) => replaceToken(found, own))),
  )
  return withToken(changed, 'suite', suite, own)
}

/** The step with local reference, and with the token handed to each input that has the job's token as its default. */
export function withToken(
  step: YamlMap,
  origin: 'suite' | 'consumer',
  suite: string,
  token: Expression,
): YamlMap {
  if (step.uses === undefined) return step
  const uses = asText(step.uses)
  const parsed = parseUses(uses, origin)
  const action = parsed?.kind === 'suite' ? readAction(suite, parsed.path) : undefined
  const changed = { ...step, uses: stepUses(uses, origin) }
  if (!action) return changed
  const names = [...tokenInputs(action), ...(isComposite(action) ? [tokenInput] : [])]
  if (names.length === 0) return changed
  const defaults = Object.fromEntries(names.map((name) => [name, embed(token)]))
  return { ...changed, with: { ...defaults, ...asMap(step.with) } }
}

/** `github.token` and `secrets.GITHUB_TOKEN` replaced wherever they stand in the expression. */
export function replaceToken(expression: Expression, token: Expression): Expression {
  return isToken(expression)
    ? token
    : mapChildren(expression, (child) => replaceToken(child, token))
}

/** True for `github.token` and `secrets.GITHUB_TOKEN`. */
export function isToken(expression: Expression): boolean {
  const key = constantKey(expression)?.toLowerCase()
  if (expression.kind !== 'index' || key === undefined) return false
  const context = contextName(expression.of)
  return (
    (context === 'github' && key === 'token') || (context === 'secrets' && key === 'github_token')
  )
}
