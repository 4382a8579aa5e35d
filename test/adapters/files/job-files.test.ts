import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { jobFiles } from '../../../src/adapters/files/job-files.ts'

const root = mkdtempSync(join(tmpdir(), 'job-files-'))
const workspace = join(root, 'workspace')
const temp = join(root, 'temp')
mkdirSync(join(workspace, 'folder'), { recursive: true })
mkdirSync(temp)
writeFileSync(join(root, 'secret.txt'), 'secret')
writeFileSync(join(workspace, 'folder', 'plain.txt'), 'grüß')
symlinkSync(join(root, 'secret.txt'), join(workspace, 'out.txt'))
symlinkSync(root, join(workspace, 'up'))
symlinkSync(join(workspace, 'folder', 'plain.txt'), join(workspace, 'in.txt'))
execFileSync('mkfifo', [join(workspace, 'pipe')])
afterAll(() => rmSync(root, { recursive: true }))

const files = jobFiles({ workspace, temp })

test('a file of the workspace is read, by a link inside it too', async () => {
  expect(await files.read('folder/plain.txt', 100)).toBe('grüß')
  expect(await files.read(join(workspace, 'folder/plain.txt'), 6)).toBe('grüß')
  expect(await files.read('in.txt', 100)).toBe('grüß')
})

test.each([
  ['../secret.txt', 'outside'],
  ['/etc/passwd', 'outside'],
  ['out.txt', 'outside'],
  ['up/secret.txt', 'outside'],
  ['.', 'outside'],
  ['folder', 'outside'],
  ['pipe', 'outside'],
  ['/dev/zero', 'outside'],
  ['nothing.txt', 'absent'],
])('%s is refused', async (path, code) => {
  await expect(files.read(path, 100)).rejects.toMatchObject({ code })
})

test('a file above the limit is refused whole', async () => {
  await expect(files.read('folder/plain.txt', 5)).rejects.toMatchObject({ code: 'too-large' })
})

test('bytes go to a new file each time', async () => {
  const bytes = new TextEncoder().encode('bytes')
  const first = await files.writeTemporary('a-1.0.0+x.tgz', bytes)
  const second = await files.writeTemporary('a-1.0.0+x.tgz', bytes)
  expect(first).not.toBe(second)
  expect([basename(first), first.startsWith(temp), readFileSync(first, 'utf8')]).toEqual([
    'a-1.0.0+x.tgz',
    true,
    'bytes',
  ])
})

test.each(['../x', 'a/b', '..', '.', '', 'a\nb'])('the name %j is refused', async (name) => {
  await expect(files.writeTemporary(name, new Uint8Array())).rejects.toMatchObject({
    code: 'bad-name',
  })
})
