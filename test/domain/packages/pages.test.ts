import { expect, test } from '@jest/globals'
import { parseSimpleHtml } from '../../../src/domain/packages/simple-html.ts'
import { parseSimpleJson } from '../../../src/domain/packages/simple-json.ts'

const BASE = 'https://index.example/simple/demo/'
const PROJECT = 'checkout-client'
const SHA = 'ab'.repeat(32)
const meta = { 'api-version': '1.4' }
const file = { filename: 'demo-1.0.tar.gz', url: '../../f/demo-1.0.tar.gz', hashes: {} }
const parse = (page: unknown) => parseSimpleJson(JSON.stringify(page), BASE, PROJECT)

test('JSON: URLs are resolved, digests are lower case, any reason yanks', () => {
  const files = [
    { ...file, hashes: { sha256: SHA.toUpperCase(), md5: 'x' }, yanked: '' },
    { ...file, yanked: true },
    { ...file, yanked: false },
    file,
  ]
  expect(parse({ meta, files }).files).toMatchObject([
    { url: 'https://index.example/f/demo-1.0.tar.gz', sha256: SHA, yanked: true },
    { sha256: undefined, yanked: true },
    { yanked: false },
    { yanked: false },
  ])
})

test('JSON: quarantine is read under both of its names', () => {
  const locked = (status: object) =>
    parse({ meta, files: [], 'project-status': status }).quarantined
  expect(
    [{ status: 'quarantined' }, { state: 'quarantined' }, { status: 'active' }, {}].map(locked),
  ).toEqual([true, true, false, false])
})

test.each([
  ['null', null],
  ['a list', []],
  ['no meta', { files: [] }],
  ['another major version', { meta: { 'api-version': '2.0' }, files: [] }],
  ['no files', { meta }],
  ['files as an object', { meta, files: {} }],
  ['a file that is null', { meta, files: [null] }],
  ['a URL that is a number', { meta, files: [{ ...file, url: 1 }] }],
  ['a digest of another length', { meta, files: [{ ...file, hashes: { sha256: 'ab' } }] }],
  ['a URL that is none', { meta, files: [{ ...file, url: 'https://[' }] }],
])('JSON: %s is no answer', (_name, page) => {
  expect(() => parse(page)).toThrow(expect.objectContaining({ code: 'bad-answer' }))
})

test('HTML: anchors are files when text and path agree', () => {
  const page = `<!DOCTYPE html><body>
    <a href="/f/demo-1.0.tar.gz#sha256=${SHA}">demo-1.0.tar.gz</a>
    <a data-yanked href="https://files.example/demo-1.1%2Blocal.tar.gz">demo-1.1+local.tar.gz</a>
    <a href="/f/other.whl">demo-2.0-py3-none-any.whl</a>
    <a href="/about">About</a>
    <!-- <a href="/f/demo-3.0.tar.gz">demo-3.0.tar.gz</a> -->`
  expect(parseSimpleHtml(page, BASE)).toEqual({
    quarantined: false,
    warnings: [],
    files: [
      {
        name: 'demo-1.0.tar.gz',
        url: 'https://index.example/f/demo-1.0.tar.gz',
        sha256: SHA,
        yanked: false,
      },
      {
        name: 'demo-1.1+local.tar.gz',
        url: 'https://files.example/demo-1.1%2Blocal.tar.gz',
        sha256: undefined,
        yanked: true,
      },
    ],
  })
})

test('HTML: an empty page is one only when it declares itself', () => {
  const declared = '<meta name="pypi:repository-version" content="1.1"><body></body>'
  expect(parseSimpleHtml(declared, BASE).files).toEqual([])
  const locked = `${declared}<meta name="pypi:project-status" content="quarantined">`
  expect(parseSimpleHtml(locked, BASE).quarantined).toBe(true)
  for (const page of ['', '<form><a href="/login">Log in</a></form>', 'plain'])
    expect(() => parseSimpleHtml(page, BASE)).toThrow('no package page')
})
