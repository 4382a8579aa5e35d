import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { loadCallTree, preflight } from '../../sandbox/act/index.ts'
import { blockData, yamlBlocks } from '../../scripts/check/page-blocks.ts'
import { home } from '../house/tree.ts'
import { optionsFor, scratch, writeTrees } from '../sandbox/act/rig.ts'

const [workflow = ''] = yamlBlocks(home)
  .filter(({ path }) => path === 'README.md')
  .filter((block) => JSON.stringify(blockData(block)).includes('"jobs"'))
  .map(({ text }) => text)

/** What GitHub would refuse about the workflow before it starts a job. */
function refusals(text: string): readonly string[] {
  const folder = scratch()
  writeTrees(folder, { consumer: { 'main.yml': text } })
  const options = optionsFor(folder, {
    suite: home,
    consumer: join(folder, 'consumer'),
    inputs: { release_version: '1.1.0', baseline_version: '1.0.0' },
  })
  return preflight(loadCallTree(options, 'main.yml'), options)
}

test('the workflow to copy would start on GitHub, and is short', () => {
  expect(refusals(workflow)).toEqual([])
  expect(workflow.trimEnd().split('\n').length).toBeLessThanOrEqual(25)
})

test('with one permission less, or an input that does not exist, it would not', () => {
  expect(refusals(workflow.replace('issues: write', 'issues: read'))).not.toEqual([])
  expect(refusals(workflow.replace('deployment_strategy:', 'strategy:'))).not.toEqual([])
})
