import { contextName, type Expression, walk } from '../expression/syntax.ts'
import { condition, pieces } from '../expression/template.ts'
import { ExpressionError } from '../expression/tokens.ts'
import { type CallTree, entries } from '../tree/call-tree.ts'
import { isMap, type Yaml, type YamlMap } from '../yaml.ts'

const jobIf = new Set(['github', 'needs', 'vars', 'inputs'])
const stepIf = new Set([
  ...['github', 'needs', 'strategy', 'matrix', 'job', 'runner', 'env', 'vars', 'steps', 'inputs'],
])

/** Expressions that GitHub could not read, and conditions that name a context which does not exist there. */
export function checkExpressions(tree: CallTree): string[] {
  const files = new Map([...entries(tree)].map((entry) => [entry.tree.file, entry.tree] as const))
  return [...files.values()].flatMap(({ file, document, jobs }) => [
    ...syntaxErrors(document, file),
    ...[...jobs].flatMap(([id, job]) => conditionErrors(id, job, file)),
  ])
}

function syntaxErrors(value: Yaml | undefined, file: string): string[] {
  if (typeof value === 'string') return readable(() => pieces(value), file)
  if (Array.isArray(value)) return value.flatMap((item: Yaml) => syntaxErrors(item, file))
  return isMap(value) ? Object.values(value).flatMap((item) => syntaxErrors(item, file)) : []
}

function readable(read: () => unknown, file: string): string[] {
  try {
    read()
    return []
  } catch (error) {
    if (error instanceof ExpressionError) return [`${file}: ${error.message}`]
    throw error
  }
}

function conditionErrors(id: string, job: YamlMap, file: string): string[] {
  const steps = (Array.isArray(job.steps) ? job.steps : []).filter(isMap)
  return [
    ...checked(job.if, jobIf, `${file}, job ${id}`),
    ...steps.flatMap((step, index) =>
      checked(step.if, stepIf, `${file}, job ${id}, step ${index + 1}`),
    ),
  ]
}

function checked(value: Yaml | undefined, allowed: ReadonlySet<string>, where: string): string[] {
  let written: Expression | undefined
  const errors = readable(() => {
    written = condition(value)
  }, where)
  if (!written) return errors
  const names = [...walk(written)].flatMap((node) => contextName(node) ?? [])
  return names
    .filter((name) => !allowed.has(name))
    .map((name) => `${where}: Unrecognized named-value: '${name}' in its condition`)
}
