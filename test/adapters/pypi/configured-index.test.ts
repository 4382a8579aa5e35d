import { expect, test } from '@jest/globals'
import { configuredIndex } from '../../../src/adapters/pypi/configured-index.ts'
import { parseIndexUrl } from '../../../src/adapters/pypi/index-address.ts'
import type { Command } from '../../../src/ports/command.ts'

const HELP = `
Package Index Options:
  -i, --index-url <url>       Base URL of the Python Package Index (default
                              https://index.example/simple). This should point
  --extra-index-url <url>     Extra URLs of package indexes to use`

/** A pip that prints these settings and this help. */
function pip(settings: string, help = HELP, exit = 0): Command {
  return {
    run: async (argv) => ({
      exit,
      stdout: argv.includes('list') ? settings : help,
      stderr: '',
      elapsedMs: 1,
    }),
  }
}

test.each([
  [
    'the environment first',
    ":env:.index-url='https://e.example'\nglobal.index-url='https://g.example'",
    'https://e.example',
  ],
  [
    'then the section install',
    "global.index-url='https://g.example'\ninstall.index-url='https://i.example'",
    'https://i.example',
  ],
  [
    'then global',
    `global.index-url="https://g.example"\nglobal.extra-index-url='https://x.example'`,
    'https://g.example',
  ],
  ['then the default of pip', ":env:.cert='/x'", 'https://index.example/simple'],
])('%s', async (_name, settings, expected) => {
  expect(await configuredIndex(pip(settings))).toBe(expected)
})

test('a pip that fails or says nothing is a failure with the remedy', async () => {
  for (const broken of [pip('', HELP, 1), pip('', 'no such text')])
    await expect(configuredIndex(broken)).rejects.toMatchObject({
      code: 'absent',
      remedy: expect.stringContaining('index-url'),
    })
})

test('credentials are taken out of the address', () => {
  expect(parseIndexUrl('https://robot:p%40ss@index.example/simple/?x=1#y')).toEqual({
    url: 'https://index.example/simple',
    authorization: `Basic ${Buffer.from('robot:p@ss').toString('base64')}`,
    secret: 'p@ss',
  })
  expect(parseIndexUrl('https://token@index.example')).toMatchObject({ secret: 'token' })
  expect(parseIndexUrl('http://127.0.0.1:8080/simple/')).toEqual({
    url: 'http://127.0.0.1:8080/simple',
    authorization: '',
    secret: '',
  })
})

test('an address that is none is refused without being shown', () => {
  expect(() => parseIndexUrl('file:///secret')).toThrow(
    expect.objectContaining({ code: 'bad-input', message: expect.not.stringContaining('secret') }),
  )
})
