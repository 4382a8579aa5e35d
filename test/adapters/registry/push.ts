import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const SCRIPT = join(import.meta.dirname, '../../../examples/cloud-and-edge/scripts/push-image.mjs')

/** Pushes an image of one layer, as the example does; its digest. */
export async function pushImage(
  name: string,
  registry: string,
  env: Readonly<Record<string, string>> = {},
  text = 'console.log(1)\n',
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'image-'))
  const file = join(folder, 'server.mjs')
  try {
    writeFileSync(file, text)
    const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, name, '1.0.0', file], {
      env: { ...process.env, REGISTRY_URL: registry, ...env },
    })
    const [line = ''] = stdout.split('\n')
    if (!line.startsWith(`${name}=sha256:`)) throw new Error(`the script prints ${stdout}`)
    return line.slice(name.length + 1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
