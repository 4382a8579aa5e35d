import { createHash } from 'node:crypto'
import { grouped } from '../../domain/grouped.ts'

/** One line of a tree that GitHub lists with all that is below it. */
export interface TreeLine {
  /** From the root, parts between `/`. */
  readonly path: string
  /** As git writes it: `100644`, `040000`… */
  readonly mode: string
  /** The name that git gives what the line stands for. */
  readonly sha: string
}

/** Mode of a folder. */
export const FOLDER = '040000'

/**
 * A folder whose lines are not those that git has named, `''` for the root; undefined where every one is whole. The
 * name of a folder is made of its lines, so that one too few, too many or another one shows.
 *
 * `root` undefined: what the root is named is not known, and only the folders below it are compared.
 */
export function changedFolder(
  lines: readonly TreeLine[],
  root: string | undefined,
): string | undefined {
  const folders = lines.filter(({ mode }) => mode === FOLDER)
  const names = new Map([['', root], ...folders.map(({ path, sha }) => [path, sha] as const)])
  const below = grouped(lines, ({ path }) => parentOf(path))
  const nowhere = [...below.keys()].find((folder) => !names.has(folder))
  if (nowhere !== undefined) return nowhere
  return [...names].find(
    ([folder, name]) => name !== undefined && name !== nameOf(below.get(folder) ?? []),
  )?.[0]
}

const parentOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** What git names a folder of these lines: the SHA-1 of its object. */
function nameOf(lines: readonly TreeLine[]): string {
  const sorted = lines
    .map(({ path, mode, sha }) => {
      const file = Buffer.from(path.slice(path.lastIndexOf('/') + 1))
      // git sorts a folder as if a slash stood behind its name.
      const key = mode === FOLDER ? Buffer.concat([file, Buffer.from('/')]) : file
      const head = Buffer.from(`${mode.replace(/^0/, '')} `)
      return { key, bytes: Buffer.concat([head, file, Buffer.of(0), Buffer.from(sha, 'hex')]) }
    })
    .sort((a, b) => Buffer.compare(a.key, b.key))
  const body = Buffer.concat(sorted.map(({ bytes }) => bytes))
  return createHash('sha1').update(`tree ${body.length}\0`).update(body).digest('hex')
}
