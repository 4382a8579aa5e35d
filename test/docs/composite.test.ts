import { expect, test } from '@jest/globals'
import { surface } from '../../scripts/check/surface.ts'
import { findings } from '../house/tree.ts'

const composite = `name: release
description: Does.
inputs:
  version: { description: Which. }
  dry-run: { description: Only says. }
outputs:
  verdict: { description: The answer., value: '\${{ steps.a.outputs.verdict }}' }
runs:
  using: composite
  steps:
    - run: a
      env: { A: '\${{ inputs.version }}', B: "\${{ inputs['dry-run'] }}" }
`
const found = (text: string) =>
  findings(surface, {
    'actions/release/action.yml': text,
    'src/adapters/runner/action.ts': "export const COMMON_OUTPUTS = ['verdict'] as const\n",
  })

test('a composite uses the inputs that it declares, and no others', async () => {
  expect(await found(composite)).toEqual([])
  expect(await found(composite.replace('inputs.version', 'inputs.vresion'))).toEqual([
    'actions/release/action.yml: input version is not used by any step',
    'actions/release/action.yml: input vresion is used but not declared',
  ])
})

test('a composite has the outputs that every action has', async () => {
  expect(await found(composite.replace('  verdict:', '  result:'))).toEqual([
    'actions/release/action.yml: output verdict is missing',
  ])
})
