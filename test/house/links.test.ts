import { mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { links } from '../../scripts/check/links.ts'
import { tree } from './tree.ts'

/** What the rule finds in a small tree with these links: path to target. */
async function found(targets: Readonly<Record<string, string>>) {
  const root = tree({ 'docs/page.md': '# Page\n', 'actions/a/action.yml': 'name: a\n' })
  mkdirSync(join(root, '.tools'))
  for (const [path, target] of Object.entries(targets)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    symlinkSync(target, join(root, path))
  }
  return await links.look(root)
}

test('links: what leads to a file or folder of the repository is allowed, by way of a link too', async () => {
  const fine = {
    'README.md': 'docs/page.md',
    'actions/b': 'a',
    'dist/again': '../README.md',
    '.tools/gone': 'nowhere',
  }
  expect(await found(fine)).toEqual({ kind: 'looked', at: '3 symlinks', findings: [] })
})

test('links: one that dangles, here or in a clone, is named with its target, in hidden folders too', async () => {
  const broken = {
    '.github/workflows/old.yml': 'moved.yml',
    'actions/a/dist': '../../lib/a',
    'actions/a/tool': '../../.tools',
    'docs/circle': 'circle',
    'docs/hosts': '/etc/hosts',
    'docs/up': '../..',
    'dist/deep/gone': '../page.md',
  }
  expect(await found(broken)).toMatchObject({
    findings: [
      '.github/workflows/old.yml -> moved.yml: leads nowhere',
      'actions/a/dist -> ../../lib/a: leads nowhere',
      'actions/a/tool -> ../../.tools: leads to what no clone has',
      'dist/deep/gone -> ../page.md: leads nowhere',
      'docs/circle -> circle: leads nowhere',
      'docs/hosts -> /etc/hosts: absolute: it dangles on other machines',
      'docs/up -> ../..: leads out of the repository',
    ],
  })
})
