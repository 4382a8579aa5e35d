/** What is bundled: every action, its clean-up where it has one, and the command line. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { foldersIn } from '../files.ts'

/** One bundle: the compiled module it starts from and the folder below dist it goes to. */
export interface Entry {
  readonly from: string
  readonly to: string
}

/** The entries of a tree, sorted; empty while nothing is there to bundle. */
export function entriesOf(root: string): Entry[] {
  const actions = foldersIn(join(root, 'src/actions')).flatMap((name) => [
    { source: `actions/${name}/main`, to: name },
    { source: `actions/${name}/post`, to: `${name}/post` },
  ])
  return [...actions, { source: 'cli/main', to: 'cli' }]
    .filter(({ source }) => existsSync(join(root, 'src', `${source}.ts`)))
    .map(({ source, to }) => ({ from: `lib/${source}.js`, to }))
}
