import { expect, test } from '@jest/globals'
import { docs } from '../../scripts/check/docs.ts'
import { surface } from '../../scripts/check/surface.ts'
import { findings } from './tree.ts'

const action = `
name: Gate
description: Asks.
inputs:
  version: { description: "The version, a|b.", required: true }
  channel: { description: Where., default: '' }
outputs:
  verdict: { description: The answer. }
runs: { using: node24, main: ../../dist/gate/index.js }
`
const inputs = `
import * as z from 'zod'
export const Inputs = z.object({ version: z.string(), channel: z.string() })
export const outputs = ['verdict'] as const
`
const page = (table: string) => `# Gate\n\n<!-- inputs:start -->${table}<!-- inputs:end -->\n`
const table = `

| Input | Description | Default |
| --- | --- | --- |
| \`version\` | The version, a\\|b. | **required** |
| \`channel\` | Where. | \`''\` |

| Output | Description |
| --- | --- |
| \`verdict\` | The answer. |

`

test('surface: action.yml and schema with the same keys are fine', async () => {
  const files = { 'actions/gate/action.yml': action, 'src/actions/gate/inputs.ts': inputs }
  expect(await findings(surface, files)).toEqual([])
})

test('surface: a key on one side only is named, on either side', async () => {
  const found = await findings(surface, {
    'actions/gate/action.yml': action
      .replace('  channel:', '  chanel:')
      .replace('verdict:', 'result:'),
    'src/actions/gate/inputs.ts': inputs,
  })
  expect(found).toEqual([
    'actions/gate/action.yml: input channel is only in the code',
    'actions/gate/action.yml: input chanel is not in the code',
    'actions/gate/action.yml: output verdict is only in the code',
    'actions/gate/action.yml: output result is not in the code',
  ])
})

test('surface: half an action, another runtime and another bundle are named', async () => {
  const found = await findings(surface, {
    'action.yml': action.replace('node24', 'node20'),
    'actions/lone/action.yml': action,
    'src/actions/plan/inputs.ts': inputs,
    'src/actions/orphan/inputs.ts': inputs,
  })
  expect(found).toEqual([
    'src/actions/orphan: has no action.yml',
    'action.yml: runs.using is not node24',
    'action.yml: runs.main is not dist/plan/index.js',
    'actions/lone/action.yml: src/actions/lone/inputs.ts is missing',
  ])
})

test('surface: the outputs that every action has are asked of each action.yml', async () => {
  const found = await findings(surface, {
    'actions/gate/action.yml': action,
    'src/actions/gate/inputs.ts': inputs,
    'src/adapters/runner/action.ts': "export const COMMON_OUTPUTS = ['verdict', 'reason']\n",
  })
  expect(found).toEqual(['actions/gate/action.yml: output reason is only in the code'])
})

test('surface: a composite has no code, and a tree without any action is not fine', async () => {
  const composite = 'name: a\ndescription: b\nruns: { using: composite, steps: [] }\n'
  expect(await findings(surface, { 'actions/a/action.yml': composite })).toEqual([])
  expect(await findings(surface, {})).toEqual(['no action.yml in the root or in actions/'])
})

test('docs: fresh tables pass, an old table and a page without markers are named', async () => {
  const path = 'actions/gate/README.md'
  const files = { 'actions/gate/action.yml': action }
  expect(await findings(docs, { ...files, [path]: page(table) })).toEqual([])
  expect(await findings(docs, { ...files, [path]: page('\n\nold\n\n') })).toEqual([
    `${path} is stale: run npm run docs`,
  ])
  expect(await findings(docs, { ...files, [path]: '# Gate\n' })).toEqual([
    `${path} needs the lines <!-- inputs:start --> and <!-- inputs:end -->`,
  ])
})

test('docs: a changed schema and a changed workflow make their pages stale', async () => {
  const found = await findings(docs, {
    'src/domain/config/schema.ts':
      "import * as z from 'zod'\nexport const ConfigFile = z.object({ product: z.string() })\n",
    'schema/release-actions.schema.json': '{}\n',
    '.github/workflows/a.yml':
      'on: workflow_call\npermissions: {}\njobs: { x: { runs-on: ubuntu-latest } }\n',
  })
  expect(found).toEqual([
    'docs/reference/workflows.md is stale: run npm run docs',
    'schema/release-actions.schema.json is stale: run npm run docs',
  ])
})

test('surface: a file that is no YAML is named with the place', async () => {
  const wrong = 'name: a\ndescription: `gate` asks\n'
  await expect(findings(surface, { 'actions/a/action.yml': wrong })).rejects.toThrow(
    /^actions\/a\/action\.yml: .* at line 2, column 14/,
  )
})
