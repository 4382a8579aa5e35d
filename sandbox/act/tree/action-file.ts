import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, readYaml, type YamlMap } from '../yaml.ts'

/** The metadata of an action of the suite (`''` is the root action); nothing when there is none at that path. */
export function readAction(suite: string, path: string): YamlMap | undefined {
  const file = ['action.yml', 'action.yaml'].map((name) => join(suite, path, name)).find(existsSync)
  return file ? readYaml(file) : undefined
}

/** True for an action whose `runs.using` is `composite`. */
export function isComposite(action: YamlMap): boolean {
  return isMap(action.runs) && action.runs.using === 'composite'
}

/** Names of the inputs whose default is the job's token. */
export function tokenInputs(action: YamlMap): string[] {
  const inputs = isMap(action.inputs) ? action.inputs : {}
  return Object.entries(inputs)
    .filter(([, input]) => isMap(input) && isTokenExpression(input.default))
    .map(([name]) => name)
}

function isTokenExpression(value: unknown): boolean {
  return typeof value === 'string' && /^\$\{\{\s*github\.token\s*\}\}$/.test(value)
}
