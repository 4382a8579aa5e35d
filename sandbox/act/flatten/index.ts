import { path } from '../expression/syntax.ts'
import { embed } from '../expression/template.ts'
import type { CallTree } from '../tree/call-tree.ts'
import { asText, writeYaml, type YamlMap } from '../yaml.ts'
import { collector, combined, resultOutput } from './call.ts'
import { addFile } from './file.ts'
import { noRules, Plan } from './plan.ts'
import type { FlattenSettings, Scope } from './scope.ts'

/** The internal job that computes the conclusion of the run. */
export const endJob = '__end'

/** The flat file and what the wrapper must know about it. */
export interface Flattened {
  readonly text: string
  readonly plan: Plan
}

/**
 * Turns a workflow and everything it calls into one file of normal jobs that act runs with GitHub's semantics.
 * Throws Refusal for what GitHub would not start, ExpressionError for an expression it could not read.
 */
export function flatten(tree: CallTree, settings: FlattenSettings): Flattened {
  const plan = new Plan()
  const scope: Scope = {
    tree,
    prefix: '',
    path: '',
    title: '',
    inputNames: [],
    secrets: {
      names: settings.secretNames,
      read: (name) => path('secrets', name.toUpperCase()),
      environments: true,
    },
    grant: settings.grant,
    known: settings.contexts,
    rules: noRules,
    reusable: true,
  }
  const handles = [...addFile(scope, plan, settings).values()]
  plan.add(
    { id: endJob, path: endJob, internal: true, steps: [], rules: noRules },
    {
      ...collector(endJob, { [resultOutput]: embed(combined(handles)) }),
      needs: [...new Set(handles.flatMap((handle) => handle.needs))],
    },
  )
  const { document } = tree
  const name = asText(document.name) || tree.file
  return { text: writeYaml({ name, on: triggers(settings), jobs: plan.jobs }), plan }
}

/** act fills `inputs` from the event only for names that the file declares. */
function triggers({ event, inputs }: FlattenSettings): YamlMap {
  if (event !== 'workflow_dispatch') return { [event]: {} }
  const declared = Object.keys(inputs).map((input) => [input, { type: 'string' }] as const)
  return { [event]: { inputs: Object.fromEntries(declared) } }
}
