import { appendFileSync, cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { buildInto } from '../../scripts/build/bundle.ts'
import { dist } from '../../scripts/check/dist.ts'
import { rebuilt } from '../../scripts/check/rebuilt.ts'
import type { Rule } from '../../scripts/check/rule.ts'
import { findings, home, tree } from './tree.ts'

const sources = {
  'package.json': '{ "type": "module" }',
  'tsconfig.json': readFileSync(join(home, 'tsconfig.json'), 'utf8'),
  'tsconfig.build.json': readFileSync(join(home, 'tsconfig.build.json'), 'utf8'),
  'src/actions/one/main.ts': "import { two } from './two.ts'\nconsole.log(two)\n",
  'src/actions/one/two.ts': 'export const two: number = 2\n',
}
const look = async (rule: Rule, root: string) => {
  const outcome = await rule.look(root)
  return outcome.kind === 'looked' ? outcome.findings : outcome.reason
}

test('a bundle is the same in every clone; a missing, a left-over and a changed file are found', async () => {
  const [root, other] = [tree(sources), tree(sources)]
  await buildInto(other, join(other, 'dist'))
  cpSync(join(other, 'dist'), join(root, 'dist'), { recursive: true })
  for (const rule of [dist, rebuilt]) expect(await look(rule, root)).toEqual([])

  appendFileSync(join(root, 'dist/one/index.js'), '\n')
  rmSync(join(root, 'dist/one/package.json'))
  writeFileSync(join(root, 'dist/untracked.js'), '')
  expect(await look(dist, root)).toEqual(['dist is not as it was built: run npm run build'])
  expect(await look(rebuilt, root)).toEqual([
    'dist/one/index.js differs: run npm run build',
    'dist/one/package.json is missing: run npm run build',
    'dist/untracked.js is not built from anything: run npm run build',
  ])

  appendFileSync(join(other, 'src/actions/one/two.ts'), '// new\n')
  expect(await look(dist, other)).toEqual(['dist was built from other sources: run npm run build'])
  expect(await findings(dist, sources)).toEqual([
    'dist/made-from.json is missing: run npm run build',
  ])
}, 60_000)

test('a bundle comes with the licence of each package in it, those that were merged too', async () => {
  const main = "import { parse } from 'yaml'\nconsole.log(parse('a'), await import('./two.ts'))\n"
  const two =
    "import { getUserAgent } from 'universal-user-agent'\nexport const two = getUserAgent()\n"
  const root = tree({ ...sources, 'src/actions/one/main.ts': main, 'src/actions/one/two.ts': two })
  await buildInto(root, join(root, 'dist'))
  const text = readFileSync(join(root, 'dist/one/licenses.txt'), 'utf8')
  const [merged = '', kept = ''] = ['universal-user-agent/LICENSE.md', 'yaml/LICENSE'].map((file) =>
    readFileSync(join(home, 'node_modules', file), 'utf8').trim(),
  )
  expect(text.trim().split('\n\n\n')).toEqual([
    `universal-user-agent\nISC\n${merged}`,
    `yaml\nISC\n${kept}`,
  ])
}, 60_000)

test('how other judges decide is in no bundle but a part of the command line that is loaded when asked for', () => {
  const holding = globSync('dist/**/*.js', { cwd: home }).filter((file) =>
    readFileSync(join(home, file), 'utf8').includes('/judging/dialects/'),
  )
  expect(holding.filter((file) => !/^dist\/cli\/\d+\.index\.js$/.test(file))).toEqual([])
})

test('sources that do not compile are named, and nothing to bundle is not fine', async () => {
  const wrong = { ...sources, 'src/actions/one/two.ts': "export const two: number = 'two'\n" }
  expect((await findings(rebuilt, wrong)).join('\n')).toMatch(/two\.ts\(1,\d+\): error TS2322/)
  expect(await findings(rebuilt, {})).toEqual([
    'src/actions: no action with a main.ts, nothing to bundle',
  ])
}, 60_000)
