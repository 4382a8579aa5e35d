import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import {
  blobName,
  FOLDER,
  type TreeLine,
  treeName,
} from '../../../src/adapters/github/git-names.ts'

const folder = mkdtempSync(join(tmpdir(), 'trees-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const git = (args: readonly string[], input = '') =>
  execFileSync('git', args, { cwd: folder, input, encoding: 'utf8' }).trim()

/** A folder that git itself has written, and every line of it. */
function written(): { readonly root: string; readonly lines: readonly TreeLine[] } {
  git(['init', '--quiet', '.'])
  const blob = git(['hash-object', '-w', '--stdin'], 'a text')
  // Git sorts `open-x`, `open.x`, `open/` and `open0` by the slash behind the folder's name.
  const paths = ['README.md', 'open-x', 'open.x', 'open/a', 'open/b/c', 'ü', 'open0', 'z/z/z']
  const index = paths.map((path, i) => `${i === 1 ? 100755 : 100644} ${blob}\t${path}\n`)
  git(['-c', 'core.quotePath=false', 'update-index', '--index-info'], index.join(''))
  const root = git(['write-tree'])
  const listed = git(['ls-tree', '-z', root]).split('\0').filter(Boolean)
  const lines = listed.map((line) => {
    const [, mode = '', oid = '', name = ''] = /^(\d+) \w+ (\w+)\t(.*)$/s.exec(line) ?? []
    return { name, mode: Number.parseInt(mode, 8), oid }
  })
  return { root, lines }
}

const { root, lines } = written()

test('the folder that git wrote is what git named, in whatever order it is listed', () => {
  expect(lines).toHaveLength(7)
  expect(treeName(lines)).toBe(root)
  expect(treeName(lines.toReversed())).toBe(root)
  expect(treeName([])).toBe('4b825dc642cb6eb9a060e54bf8d69288fbee4904')
})

test.each(lines)('a folder without $name is another one', ({ name }) => {
  expect(treeName(lines.filter((line) => line.name !== name))).not.toBe(root)
})

test('another name, another mode, another content, and a line twice make another folder', () => {
  const changed = (change: Partial<TreeLine>) =>
    treeName(lines.map((line) => (line.name === 'open-x' ? { ...line, ...change } : line)))
  expect(changed({})).toBe(root)
  for (const change of [{ mode: 0o100644 }, { mode: FOLDER }, { name: 'open-y' }])
    expect(changed(change)).not.toBe(root)
  expect(changed({ oid: '0'.repeat(40) })).not.toBe(root)
  expect(treeName([...lines, ...lines.slice(0, 1)])).not.toBe(root)
})

test.each(['', 'a text', 'two\nlines\n', 'ümläut 🚀'])('git names the content %j so', (text) => {
  expect(blobName(text)).toBe(git(['hash-object', '--stdin'], text))
})
