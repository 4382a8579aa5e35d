import type { RunOptions } from './options.ts'
import { trigger } from './tree/call-tree.ts'
import { asMap, asText, type YamlMap } from './yaml.ts'

/** The inputs of a dispatch with their declared types and defaults, as the `inputs` context has them. */
export function dispatchInputs(
  document: YamlMap,
  options: Pick<RunOptions, 'event' | 'inputs'>,
): Record<string, string | number | boolean> {
  if (options.event !== 'workflow_dispatch') return {}
  const declared = Object.entries(asMap(trigger(document, 'workflow_dispatch').inputs))
  return Object.fromEntries(
    declared.map(([name, input]) => {
      const { type, default: standard } = asMap(input)
      const given = options.inputs?.[name] ?? asText(standard)
      return [name, typed(given, asText(type))] as const
    }),
  )
}

function typed(value: string | number | boolean, type: string): string | number | boolean {
  if (type === 'boolean') return String(value) === 'true'
  if (type === 'number' && String(value) !== '') return Number(value)
  return String(value)
}

/** The event file: what GitHub puts into `github.event`. Inputs are text there. */
export function eventPayload(
  options: RunOptions,
  inputs: Readonly<Record<string, string | number | boolean>>,
): Record<string, unknown> {
  const [owner = '', name = ''] = options.repository.split('/')
  const texts = Object.entries(inputs).map(([key, value]) => [key, String(value)] as const)
  const dispatch =
    options.event === 'workflow_dispatch' ? { inputs: Object.fromEntries(texts) } : {}
  return {
    ...dispatch,
    ref: options.ref,
    workflow: `.github/workflows/${options.workflow}`,
    repository: {
      name,
      full_name: options.repository,
      owner: { login: owner, type: 'Organization' },
      default_branch: 'main',
      html_url: `${options.urls.server}/${options.repository}`,
      private: false,
    },
    sender: { login: options.actor, type: 'User' },
    ...options.payload,
  }
}
