/** The tables of every action.yml in the page beside it. */
import { dirname, join } from 'node:path'
import { filesIn, textOf, yamlOf } from '../files.ts'
import type { Generated } from './page.ts'
import { code, table } from './table.ts'

interface Field {
  readonly description?: string
  readonly required?: boolean
  readonly default?: unknown
}

/** What is read of an action.yml. */
export interface ActionFile {
  readonly name?: string
  readonly inputs?: Readonly<Record<string, Field | null>>
  readonly outputs?: Readonly<Record<string, Field | null>>
  readonly runs?: Readonly<Record<string, unknown>>
}

const BLOCK = /(<!-- inputs:start -->)[\s\S]*?(<!-- inputs:end -->)/

/** Every page with its tables as they should be; a page without the markers is a problem. */
export function actionPages(root: string): Generated[] {
  return filesIn(root, 'action.yml', 'actions/*/action.yml').map((file) => {
    const path = file === 'action.yml' ? 'docs/actions/plan.md' : join(dirname(file), 'README.md')
    const before = textOf(root, path)
    if (before === undefined || !BLOCK.test(before))
      return { path, problem: 'needs the lines <!-- inputs:start --> and <!-- inputs:end -->' }
    const tables = actionTables((yamlOf(root, file) ?? {}) as ActionFile)
    return {
      path,
      text: before.replace(BLOCK, (_, start, end) => `${start}\n\n${tables}\n\n${end}`),
    }
  })
}

function actionTables({ inputs = {}, outputs = {} }: ActionFile): string {
  const rowsOf = (fields: NonNullable<ActionFile['inputs']>, rest: (field: Field) => string[]) =>
    Object.entries(fields).map(([name, field]) => ({
      name,
      description: field?.description ?? '',
      rest: rest(field ?? {}),
    }))
  const standard = (field: Field) => (field.required ? '**required**' : code(field.default))
  return [
    table(
      ['Input', 'Description', 'Default'],
      rowsOf(inputs, (field) => [standard(field)]),
    ),
    table(
      ['Output', 'Description'],
      rowsOf(outputs, () => []),
    ),
  ].join('\n\n')
}
