/** schema/release-actions.schema.json: the consumer's configuration, for editors. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import type { Page } from './page.ts'

/** The page, or none while there is no configuration schema. */
export async function schemaPages(root: string): Promise<Page[]> {
  const file = join(root, 'src/domain/config/schema.ts')
  if (!existsSync(file)) return []
  const { Config } = (await import(pathToFileURL(file).href)) as { Config?: z.ZodType }
  if (Config === undefined) throw new Error('src/domain/config/schema.ts exports no Config')
  const schema = z.toJSONSchema(Config, { io: 'input' })
  return [
    { path: 'schema/release-actions.schema.json', text: `${JSON.stringify(schema, null, 2)}\n` },
  ]
}
