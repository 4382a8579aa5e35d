import type { RunOptions } from '../options.ts'
import { type CallTree, hasTrigger, trigger } from '../tree/call-tree.ts'
import { asList, asMap, asText, type YamlMap } from '../yaml.ts'

const mostInputs = 25

/** An event that the file does not react to, and inputs that GitHub's dispatch refuses. */
export function checkDispatch(
  tree: CallTree,
  options: Pick<RunOptions, 'event' | 'inputs'>,
): string[] {
  const { event, inputs = {} } = options
  if (!hasTrigger(tree.document, event))
    return [`${tree.file}: Workflow does not have '${event}' trigger`]
  if (event !== 'workflow_dispatch') return []
  const declared = asMap(trigger(tree.document, event).inputs)
  const count = Object.keys(declared).length
  const unknown = Object.keys(inputs).filter((name) => declared[name] === undefined)
  return [
    ...(count > mostInputs
      ? [`you may only define up to ${mostInputs} \`inputs\` for a \`workflow_dispatch\` event`]
      : []),
    ...(unknown.length > 0 ? [`Unexpected inputs provided: ${JSON.stringify(unknown)}`] : []),
    ...Object.entries(declared).flatMap(([name, input]) =>
      valueErrors(name, asMap(input), inputs[name]),
    ),
  ].map((error) => `${tree.file}: ${error}`)
}

function valueErrors(
  name: string,
  declared: YamlMap,
  given: string | number | boolean | undefined,
): string[] {
  const value = given === undefined ? asText(declared.default) : String(given)
  if (value === '') {
    const missing = declared.required === true && given === undefined
    return missing ? [`Required input '${name}' not provided`] : []
  }
  return fits(value, declared)
    ? []
    : [
        `Provided value '${value.slice(0, 60)}' for input '${name}' not in the list of allowed values`,
      ]
}

function fits(value: string, declared: YamlMap): boolean {
  if (declared.type === 'boolean') return value === 'true' || value === 'false'
  if (declared.type === 'number') return Number.isFinite(Number(value))
  if (declared.type !== 'choice') return true
  return asList(declared.options).map(asText).includes(value)
}
