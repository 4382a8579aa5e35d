/** TypeScript to lib/, then one readable bundle an entry. The same sources give the same bytes, wherever the clone lies. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../command.ts'
import { locked } from '../setup/lock.mjs'
import { type Entry, entriesOf } from './entries.ts'
import { writeMadeFrom } from './made-from.ts'

const IN_TURN = join(import.meta.dirname, 'bundle-in-turn.ts')

/** Builds every entry into `out`, which is emptied first, and answers them. Throws one message with what the compiler or the bundler said. */
export async function buildInto(root: string, out: string): Promise<readonly Entry[]> {
  // The bundler names modules by their path below the root, so that there is one lib/ and one build at a time.
  return locked(join(root, '.tools/build'), async () => {
    rmSync(join(root, 'lib'), { recursive: true, force: true })
    rmSync(out, { recursive: true, force: true })
    await run(root, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'])
    const entries = entriesOf(root)
    const half = Math.ceil(entries.length / 2)
    const halves = [entries.slice(0, half), entries.slice(half)]
    await Promise.all(halves.map((own) => bundleAll(root, own, out)))
    writeMadeFrom(root, out)
    return entries
  })
}

async function bundleAll(root: string, entries: readonly Entry[], out: string): Promise<void> {
  if (entries.length === 0) return
  await run(root, [IN_TURN, out, ...entries.flatMap(({ from, to }) => [from, to])])
}

async function run(root: string, args: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await runCommand(process.execPath, args, { cwd: root })
  if (code !== 0) throw new Error(`${args.slice(0, 3).join(' ')} failed\n${stdout}${stderr}`)
}
