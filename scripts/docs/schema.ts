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
  const { ConfigFile } = (await import(pathToFileURL(file).href)) as { ConfigFile?: z.ZodType }
  if (ConfigFile === undefined) throw new Error('src/domain/config/schema.ts exports no ConfigFile')
  const schema = z.toJSONSchema(ConfigFile, { io: 'input' })
  return [
    { path: 'schema/release-actions.schema.json', text: `${JSON.stringify(schema, null, 2)}\n` },
  ]
}
