import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { environment } from '../../scripts/check/environment.ts'
import { imports } from '../../scripts/check/imports.ts'
import { length } from '../../scripts/check/length.ts'
import { lint } from '../../scripts/check/lint.ts'
import { types } from '../../scripts/check/types.ts'
import { findings, home } from './tree.ts'

const own = (path: string) => readFileSync(join(home, path), 'utf8')

test('types: the strict settings of the project refuse an unchecked index', async () => {
  const files = { 'package.json': '{ "type": "module" }', 'tsconfig.json': own('tsconfig.json') }
  const unchecked = 'export const first = (all: string[]): string => all[0]\n'
  const [first] = await findings(types, { ...files, 'src/a.ts': unchecked })
  expect(first).toMatch(/^src\/a\.ts\(1,\d+\): error TS2322/)
  const checked = unchecked.replace('all[0]', "all[0] ?? ''")
  expect(await findings(types, { ...files, 'src/a.ts': checked })).toEqual([])
})

test('lint: the settings of the project refuse a clock in the domain, a long function and bad format', async () => {
  const body = Array.from({ length: 45 }, (_, i) => `  console.log(${i})`).join('\n')
  const found = await findings(lint, {
    'biome.json': own('biome.json'),
    'src/domain/a.ts': 'export const now = () => new Date()\n',
    'src/app/b.ts': `export function long() {\n${body}\n}\n`,
    'src/app/c.ts': 'export const a   = 1\n',
    'src/app/d.ts': 'export const fine = 1\n',
  })
  expect(found.map((line) => line.replace(/:\d+:.*\(/, ' (')).sort()).toEqual([
    'src/app/b.ts (lint/complexity/noExcessiveLinesPerFunction)',
    'src/app/c.ts (format)',
    'src/domain/a.ts (lint/style/noRestrictedGlobals)',
  ])
})

test('imports: every arrow that DESIGN does not draw is refused, every other is allowed', async () => {
  const layers = ['domain', 'ports', 'app', 'adapters', 'actions/x', 'cli']
  const files = Object.fromEntries(
    layers.flatMap((from) =>
      layers.map((to) => [
        `src/${from}/to-${to.replace('/', '-')}.ts`,
        `export * from '${from.includes('/') ? '../..' : '..'}/${to}/a.ts'\n`,
      ]),
    ),
  )
  const arrows = (await findings(imports, files)).map((line) =>
    line.replace(/^src\/([^/]+).*: imports src\/([^/]+).*$/, '$1 $2'),
  )
  expect(arrows.sort()).toEqual([
    'actions cli',
    'adapters actions',
    'adapters app',
    'adapters cli',
    'app actions',
    'app adapters',
    'app cli',
    'cli actions',
    'domain actions',
    'domain adapters',
    'domain app',
    'domain cli',
    'domain ports',
    'ports actions',
    'ports adapters',
    'ports app',
    'ports cli',
  ])
})

test('imports: only the command line loads how other judges decide, and only when asked', async () => {
  const found = await findings(imports, {
    'src/domain/judging/dialects/k/a.ts': "import '../../b.ts'\nimport './c.ts'\n",
    'src/adapters/dialects/k.ts': "import '../../domain/judging/dialects/k/a.ts'\n",
    'src/cli/judge.ts': "const { k } = await import('../adapters/dialects/k.ts')\n",
    'src/cli/eager.ts': "import { k } from '../adapters/dialects/k.ts'\n",
    'src/app/gate.ts': "import '../domain/judging/dialects/k/a.ts'\n",
    'src/actions/x/run.ts': "await import('../../adapters/dialects/k.ts')\n",
  })
  expect(found.map((line) => line.replace(/: imports .*;/, ''))).toEqual(
    ['actions/x/run.ts', 'app/gate.ts', 'cli/eager.ts'].map(
      (file) => `src/${file} only src/cli may load a dialect, with import()`,
    ),
  )
})

test('imports: an action imports no other one, nothing leaves src, and dynamic imports count', async () => {
  const found = await findings(imports, {
    'src/actions/x/main.ts': "import { a } from '../y/main.ts'\nimport './inputs.ts'\n",
    'src/domain/b.ts': "export const load = () => import('../app/c.ts')\n",
    'src/adapters/d.ts': "import type { E } from '../../sandbox/e.ts'\n",
  })
  expect(found).toEqual([
    expect.stringContaining('src/actions/x/main.ts: imports src/actions/y/main.ts'),
    expect.stringContaining('src/adapters/d.ts: imports sandbox/e.ts'),
    expect.stringContaining('src/domain/b.ts: imports src/app/c.ts'),
  ])
})

test('environment: only the runner adapter reads it, in whatever way', async () => {
  const found = await findings(environment, {
    'src/adapters/runner/env.ts': 'export const all = process.env\n',
    'src/adapters/a.ts': 'export const all = process.env\n',
    'src/app/b.ts': "import { env } from 'node:process'\n",
    'src/app/c.ts': 'const { env } = process\n',
    'src/app/d.ts': 'export const environment = { process: 1 }\n',
  })
  expect(found.map((line) => line.split(':')[0])).toEqual([
    'src/adapters/a.ts',
    'src/app/b.ts',
    'src/app/c.ts',
  ])
})

test('length: 250 lines are one idea, 251 are not', async () => {
  const lines = (count: number) => '// a line\n'.repeat(count)
  expect(await findings(length, { 'src/a.ts': lines(250), 'scripts/b.mjs': lines(251) })).toEqual([
    'scripts/b.mjs: 251 lines, at most 250: split it by ideas',
  ])
})
