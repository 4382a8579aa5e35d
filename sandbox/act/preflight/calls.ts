import type { RunOptions } from '../options.ts'
import { type CallTree, entries, hasTrigger, trigger } from '../tree/call-tree.ts'
import { asMap, asText, isMap, type Yaml, type YamlMap } from '../yaml.ts'

/** A call whose inputs or secrets do not fit what the called file declares. */
export function checkCalls(
  tree: CallTree,
  { repository }: Pick<RunOptions, 'repository'>,
): string[] {
  return [...entries(tree)].flatMap(({ tree: called, caller }) => {
    if (!caller) return []
    const where = `${caller.tree.file}, job ${caller.id}`
    if (!hasTrigger(called.document, 'workflow_call'))
      return [`${where}: workflow is not reusable as it is missing a \`on.workflow_call\` trigger`]
    const declared = trigger(called.document, 'workflow_call')
    return [
      ...inputErrors(asMap(declared.inputs), asMap(caller.job.with)),
      ...secretErrors(asMap(declared.secrets), caller.job.secrets),
      ...inheritErrors(caller.tree, called, caller.job.secrets, repository),
    ].map((error) => `${where}: ${error}`)
  })
}

function inputErrors(declared: YamlMap, given: YamlMap): string[] {
  const missing = Object.entries(declared)
    .filter(([name, input]) => isRequired(input) && given[name] === undefined)
    .map(([name]) => `Input ${name} is required, but not provided while calling.`)
  const wrong = Object.entries(given).flatMap(([name, value]) => {
    const input = declared[name]
    if (input === undefined)
      return [`Invalid input, ${name} is not defined in the referenced workflow.`]
    return typeErrors(name, asText(asMap(input).type), value)
  })
  return [...missing, ...wrong]
}

function isRequired(declared: Yaml | undefined): boolean {
  return isMap(declared) && declared.required === true
}

/** A literal must have the declared type; an expression is checked when the call starts. */
function typeErrors(name: string, type: string, value: Yaml | undefined): string[] {
  const text = typeof value === 'string' && value.includes('${{')
  const fits = type === 'string' ? typeof value !== 'object' : type === typeof value
  return text || fits
    ? []
    : [`Unexpected value '${asText(value)}' for input ${name} of type ${type}`]
}

function secretErrors(declared: YamlMap, given: Yaml | undefined): string[] {
  if (given === 'inherit') return []
  const passed = asMap(given)
  const missing = Object.entries(declared)
    .filter(([name, secret]) => isRequired(secret) && passed[name] === undefined)
    .map(([name]) => `Secret ${name} is required, but not provided while calling.`)
  const undeclared = Object.keys(passed)
    .filter((name) => declared[name] === undefined)
    .map((name) => `Invalid secret, ${name} is not defined in the referenced workflow.`)
  return [...missing, ...undeclared]
}

function inheritErrors(
  from: CallTree,
  to: CallTree,
  secrets: Yaml | undefined,
  repository: string,
): string[] {
  if (secrets !== 'inherit' || from.origin === to.origin) return []
  const [owner = ''] = repository.split('/')
  if (owner === 'org') return []
  return [`secrets: inherit is only possible within one organisation, '${owner}' calls 'org'`]
}
