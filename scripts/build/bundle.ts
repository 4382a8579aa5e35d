/** TypeScript to lib/, then one readable bundle an entry. The same sources give the same bytes, wherever the clone lies. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../command.ts'
import { locked } from '../setup/lock.mjs'
import { type Entry, entriesOf } from './entries.ts'

const AT_ONCE = 2

/** Builds every entry into `out`, which is emptied first. Throws one message with what the compiler or the bundler said. */
export async function buildInto(root: string, out: string, onBundle: (entry: Entry) => void) {
  // The bundler names modules by their path below the root, so that there is one lib/ and one build at a time.
  return locked(join(root, '.tools/build'), async () => {
    rmSync(join(root, 'lib'), { recursive: true, force: true })
    rmSync(out, { recursive: true, force: true })
    await run(root, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'])
    const waiting = entriesOf(root)
    const worker = async () => {
      for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
        await bundle(root, entry, join(out, entry.to))
        onBundle(entry)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
  })
}

const bundle = (root: string, entry: Entry, out: string) =>
  run(root, [
    'node_modules/@vercel/ncc/dist/ncc/cli.js',
    'build',
    entry.from,
    ...['--out', out, '--license', 'licenses.txt', '--no-cache', '--quiet'],
  ])

async function run(root: string, args: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await runCommand(process.execPath, args, { cwd: root })
  if (code !== 0) throw new Error(`${args.slice(0, 3).join(' ')} failed\n${stdout}${stderr}`)
}
