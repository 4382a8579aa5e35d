import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { changedFolder, FOLDER, type TreeLine } from '../../../src/adapters/github/tree-hash.ts'

const folder = mkdtempSync(join(tmpdir(), 'trees-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const git = (args: readonly string[], input = '') =>
  execFileSync('git', args, { cwd: folder, input, encoding: 'utf8' }).trim()

/** A tree that git itself has written, and every line of it. */
function written(): { readonly root: string; readonly lines: readonly TreeLine[] } {
  git(['init', '--quiet', '.'])
  const blob = git(['hash-object', '-w', '--stdin'], 'a text')
  // Git sorts `open-x`, `open.x`, `open/` and `open0` by the slash behind the folder's name.
  const paths = ['README.md', 'open-x', 'open.x', 'open/a', 'open/b/c', 'open/ü', 'open0', 'z/z/z']
  const index = paths.map((path, i) => `${i === 1 ? 100755 : 100644} ${blob}\t${path}\n`)
  git(['-c', 'core.quotePath=false', 'update-index', '--index-info'], index.join(''))
  const root = git(['write-tree'])
  const listed = git(['ls-tree', '-r', '-t', '-z', root]).split('\0').filter(Boolean)
  const lines = listed.map((line) => {
    const [, mode = '', sha = '', path = ''] = /^(\d+) \w+ (\w+)\t(.*)$/s.exec(line) ?? []
    return { path, mode, sha }
  })
  return { root, lines }
}

const { root, lines } = written()

test('the folders that git wrote are what git named, in whatever order they are listed', () => {
  expect(lines).toHaveLength(12)
  expect(changedFolder(lines, root)).toBeUndefined()
  expect(changedFolder(lines.toReversed(), root)).toBeUndefined()
  expect(changedFolder([], '4b825dc642cb6eb9a060e54bf8d69288fbee4904')).toBeUndefined()
})

test.each(lines)('a tree without $path is another one', ({ path }) => {
  expect(
    changedFolder(
      lines.filter((line) => line.path !== path),
      root,
    ),
  ).toBeDefined()
})

test('another name, another mode, a line twice and one more are found, with the folder they are in', () => {
  const changed = (change: Partial<TreeLine>) =>
    changedFolder(
      lines.map((line) => (line.path === 'open/b/c' ? { ...line, ...change } : line)),
      root,
    )
  expect(changed({ mode: '100755' })).toBe('open/b')
  expect(changed({ sha: '0'.repeat(40) })).toBe('open/b')
  expect(changed({ path: 'open/b/d' })).toBe('open/b')
  expect(changed({ path: 'elsewhere/c' })).toBe('elsewhere')
  expect(changed({ mode: FOLDER })).toBe('open/b')
  expect(changedFolder([...lines, ...lines.slice(0, 1)], root)).toBe('')
  expect(changedFolder(lines, '0'.repeat(40))).toBe('')
})

test('where the name of the root is not known the folders below it are compared all the same', () => {
  expect(changedFolder(lines, undefined)).toBeUndefined()
  const without = lines.filter(({ path }) => path !== 'open/a')
  expect(changedFolder(without, undefined)).toBe('open')
})
