/** Schemas for editors: the consumer's configuration, and what `judge --input` reads. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import type { Page } from './page.ts'

/** What is written from which schema: the page, the module and the name that it exports. */
const SCHEMAS = [
  ['schema/release-actions.schema.json', 'src/domain/config/schema.ts', 'ConfigFile'],
  ['schema/judge-samples.schema.json', 'src/adapters/samples/document.ts', 'SamplesDocument'],
] as const

/** The pages; none of a module that is not there. */
export async function schemaPages(root: string): Promise<Page[]> {
  const pages: Page[] = []
  for (const [path, module, name] of SCHEMAS) {
    const file = join(root, module)
    if (!existsSync(file)) continue
    const exported = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>
    const schema = exported[name]
    if (!(schema instanceof z.ZodType)) throw new Error(`${module} exports no ${name}`)
    const text = JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)
    pages.push({ path, text: `${text}\n` })
  }
  return pages
}
