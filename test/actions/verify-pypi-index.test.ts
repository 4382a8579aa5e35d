import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { fakeGitHub } from './fake-github.ts'
import { runAction } from './run-action.ts'
import { type Answer, html, serve } from './server.ts'
import { BYTES, declared, drafts, index, verify, WHEEL, wheel } from './verify-pypi-world.ts'

test.each<[string, Answer, string]>([
  ['401', (_, r) => html(r, 'no', 401), 'answered 401'],
  ['403', (_, r) => html(r, 'no', 403), 'answered 403'],
  ['503', (_, r) => html(r, 'down', 503), 'answered 503'],
  ['a login form', (_, r) => html(r, '<form><a href="/a">Log in</a></form>'), 'no package page'],
  [
    'plain text',
    (_, r) => void r.writeHead(200, { 'content-type': 'text/plain' }).end('x'),
    'neither JSON nor HTML',
  ],
  [
    'cut JSON',
    (_, r) => void r.writeHead(200, { 'content-type': 'application/json' }).end('{"meta":'),
    'no JSON',
  ],
  ['a lost connection', (_, r) => void r.destroy(), 'the connection failed'],
  ['files null', index(null), 'an unknown shape (files)'],
  [
    'a file without hashes',
    index([{ ...wheel, hashes: null }]),
    'an unknown shape (files.0.hashes)',
  ],
  ['yanked null', index([{ ...wheel, yanked: null }]), 'an unknown shape (files.0.yanked)'],
  ['a number as name', index([{ ...wheel, filename: 7 }]), 'an unknown shape (files.0.filename)'],
])('%s at the end is inconclusive', async (_name, answer, why) => {
  const run = await verify(answer)
  expect(run).toMatchObject({ exit: 1, outputs: { verdict: 'inconclusive', pypi_available: '' } })
  expect(run.outputs.reason).toContain(why)
  expect(run.outputs.reason).not.toContain('/simple')
  expect(run.log).not.toMatch(/\n\s+at |TypeError/)
})

test('an index in circles and an address that is not allowed are not followed', async () => {
  const circle = await verify((_, r) => void r.writeHead(302, { location: '/simple/x/' }).end())
  expect(circle.outputs.reason).toContain('redirects in circles')
  await using elsewhere = await serve(index([wheel]))
  const away = await verify(
    (_, r) => void r.writeHead(302, { location: `${elsewhere.url}/simple/checkout-client/` }).end(),
  )
  expect(away.outputs.verdict).toBe('inconclusive')
  expect(away.outputs.reason).toContain('allow-private')
  expect(elsewhere.seen).toEqual([])
})

test('[VP-30] credentials of the index are sent to its origin only and never shown', async () => {
  await using files = await serve((_, response) => void response.end(BYTES))
  await using packages = await serve(index([{ ...wheel, url: `${files.url}/${WHEEL}` }]))
  const text = `product: checkout\nobjectives: none\n${declared}allow-private: ['${packages.url}', '${files.url}']\n`
  await using github = await fakeGitHub(text, drafts)
  const run = await runAction('verify-pypi', {
    github: github.url,
    inputs: {
      version: '1.2.0',
      'index-url': packages.url.replace('//', '//robot:p%40ss-word@'),
    },
  })
  expect(run.outputs.verdict).toBe('pass')
  const basic = `Basic ${Buffer.from('robot:p@ss-word').toString('base64')}`
  expect(packages.seen.map(({ headers }) => headers.authorization)).toEqual([basic, basic])
  expect(files.seen.map(({ headers }) => headers.authorization)).toEqual([undefined])
  const shown = run.log.replaceAll(/^::add-mask::.*$/gm, '') + run.summary + run.outputs.evidence
  expect(shown).not.toMatch(/ss-word|robot/)
})

test('without an index in input and config the one of pip is asked', async () => {
  await using packages = await serve(index([wheel]))
  const text = `product: checkout\nobjectives: none\n${declared}allow-private: ['${packages.url}']\n`
  await using github = await fakeGitHub(text, drafts)
  const bin = mkdtempSync(join(tmpdir(), 'pip-'))
  try {
    const python = join(bin, 'python3')
    writeFileSync(python, `#!/bin/sh\necho "global.index-url='${packages.url}/simple'"\n`)
    chmodSync(python, 0o755)
    const run = await runAction('verify-pypi', {
      github: github.url,
      inputs: { version: '1.2.0' },
      env: { PATH: bin },
    })
    expect(run.outputs.verdict).toBe('pass')
    expect(packages.seen).toHaveLength(3)
  } finally {
    rmSync(bin, { recursive: true })
  }
})
