import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setOutput } from '@actions/core'
import { expect, test } from '@jest/globals'
import { maskCommands } from '../../../src/adapters/runner/log.ts'
import { writeOutput } from '../../../src/adapters/runner/outputs.ts'

/** What the runner reads: lines up to the first that is the delimiter. */
function valuesIn(text: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = text.split('\n')
  for (let i = 0; i < lines.length - 1; i++) {
    const [name = '', delimiter = ''] = (lines[i] ?? '').split('<<')
    const end = lines.indexOf(delimiter, i + 1)
    if (end < 0) throw new Error(`${name} does not end`)
    values[name] = lines.slice(i + 1, end).join('\n')
    i = end
  }
  return values
}

function inFile(write: (env: { readonly GITHUB_OUTPUT: string }) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'outputs-'))
  const file = join(folder, 'output')
  writeFileSync(file, '')
  try {
    write({ GITHUB_OUTPUT: file })
    return readFileSync(file, 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const VALUES = {
  empty: '',
  plain: 'pass',
  several: 'one\ntwo\r\nthree',
  'ends-open': 'a line\n',
  delimiter: 'end-of-value',
  delimiters: 'x\nend-of-value\nend-of-value-\r\nend-of-value--\rverdict<<end-of-value\npass',
  'looks-like-one': 'verdict=pass\nreason<<E\n',
  'beyond-ascii': 'Prüfung ≥ 95 % 🟢',
}

test('outputs are read back whole, and as those of @actions/core', () => {
  const ours = inFile((env) => {
    for (const [name, value] of Object.entries(VALUES)) writeOutput(name, value, env)
  })
  const theirs = inFile(({ GITHUB_OUTPUT }) => {
    const before = process.env.GITHUB_OUTPUT
    process.env.GITHUB_OUTPUT = GITHUB_OUTPUT
    for (const [name, value] of Object.entries(VALUES)) setOutput(name, value)
    process.env.GITHUB_OUTPUT = before
  })
  expect(valuesIn(ours)).toEqual(VALUES)
  expect(valuesIn(theirs)).toEqual(VALUES)
})

test('a value that is nothing but delimiters stays whole', () => {
  const value = Array.from({ length: 300 }, (_, i) => `end-of-value${'-'.repeat(i)}`).join('\n')
  const text = inFile((env) => writeOutput('hostile', value, env))
  expect(valuesIn(text)).toEqual({ hostile: value })
})

test('a secret is masked as the runner reads it', () => {
  const lines = maskCommands('100%25\r\nmore').split('\n')
  for (const line of ['::add-mask::100%2525%0D%0Amore', '::add-mask::100%2525', '::add-mask::more'])
    expect(lines).toContain(line)
  expect(lines.every((line) => /^(?:::add-mask::.+)?$/.test(line))).toBe(true)
})
