import { and, call, choose, type Expression, equals, literal, path } from '../expression/syntax.ts'
import { escapeFormat } from '../expression/template.ts'

/** How the flat file reads the result and the outputs of a job, whatever that job became. */
export interface Handle {
  /** Flat job ids that must have ended before the handle may be read. */
  readonly needs: readonly string[]
  readonly result: Expression
  readonly outputs: ReadonlyMap<string, Expression>
  /** Taken over from an earlier attempt. */
  readonly reused: boolean
}

/** The handle of one flat job. A skipped job has no outputs: act would give their source text. */
export function flatHandle(id: string, outputNames: readonly string[]): Handle {
  const result = path('needs', id, 'result')
  const ran: Expression = { kind: 'binary', mark: '!=', left: result, right: literal('skipped') }
  const outputs = outputNames.map(
    (name) => [name, choose(ran, path('needs', id, 'outputs', name), literal(''))] as const,
  )
  return { needs: [id], result, outputs: new Map(outputs), reused: false }
}

/** The handle of a job that is not run again. */
export function knownHandle(result: string, outputs: Readonly<Record<string, string>>): Handle {
  const known = Object.entries(outputs).map(([name, value]) => [name, literal(value)] as const)
  return { needs: [], result: literal(result), outputs: new Map(known), reused: true }
}

/** A failed job with `continue-on-error` counts as successful for everybody who needs it. */
export function tolerant(handle: Handle, tolerated: Expression): Handle {
  const forgiven = and(tolerated, equals(handle.result, 'failure'))
  return { ...handle, result: choose(forgiven, literal('success'), handle.result) }
}

/** A JSON object made in an expression, for `toJSON(needs)`, `inputs[name]` and the like. */
export function jsonObject(entries: readonly (readonly [string, Expression])[]): Expression {
  const fields = entries.map(([name], index) => `${escapeFormat(JSON.stringify(name))}:{${index}}`)
  return parsedFormat(`{{${fields.join(',')}}}`, entries)
}

/** A JSON array made in an expression, for `needs.*.result`. */
export function jsonArray(items: readonly Expression[]): Expression {
  const pattern = `[${items.map((_, index) => `{${index}}`).join(',')}]`
  return parsedFormat(
    pattern,
    items.map((item) => ['', item] as const),
  )
}

function parsedFormat(
  pattern: string,
  entries: readonly (readonly [string, Expression])[],
): Expression {
  const values = entries.map(([, value]) => call('toJSON', value))
  return call('fromJSON', call('format', literal(pattern), ...values))
}

/** `{ result, outputs }` as in the `needs` context. */
export function handleObject(handle: Handle): Expression {
  return jsonObject([
    ['result', handle.result],
    ['outputs', jsonObject([...handle.outputs])],
  ])
}
