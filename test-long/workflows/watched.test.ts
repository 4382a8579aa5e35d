import { beforeAll, describe, expect, test } from '@jest/globals'
import type { WorkflowRun } from '../../sandbox/act/index.ts'
import { REPOSITORY } from '../../sandbox/demo/sandbox.ts'
import { kinds, open } from '../../test/workflows/record.ts'
import { job, rig, shorter, testWellFormed } from '../../test/workflows/rig.ts'

const WATCH = '.github/workflows/release-watch.yml'
const versions = ['1.0.0', '1.1.0'].map((version) => ({ version, fault: null }))
/** A watch of a second, which sees no bake to its end: only the next one, or that after it, can. */
const edit = (path: string, text: string) => {
  if (path === WATCH) return text.replace('    with:\n', '    with:\n      watch_for: 1s\n')
  const short = shorter(path, text)
  return path === '.github/release-actions.yml'
    ? `${short.replaceAll('bake: 1s', 'bake: 15s')}\nclock: { kind: watch, unattended: 1h }\n`
    : short
}
const world = rig(['1.1.0'], { versions, edit })
const release = () =>
  world.sandbox.github.releases(REPOSITORY).find(({ tagName }) => tagName === 'v1.1.0')
const successors = () =>
  world.sandbox.github
    .runs(REPOSITORY)
    .filter(({ workflow, event }) => workflow === WATCH && event === 'workflow_dispatch')

describe('a rollout whose clock is a watch', () => {
  let first: WorkflowRun

  beforeAll(async () => {
    await world.release('1.1.0', { deployment_strategy: 'blue-green' })
    first = await world.run({ workflow: 'release-watch.yml' })
  })

  test('is handed over by a watch whose time is over', () => {
    expect(first.conclusion).toBe('success')
    expect(job(first, 'watch').outputs.open).toBe('1')
  })

  test('is taken to its end by the watches that start one another', async () => {
    await world.sandbox.runner.idle()
    const runs = successors().filter(({ actor }) => actor === 'github-actions[bot]')
    expect(runs.length).toBeGreaterThan(1)
    expect(runs.map(({ attempts }) => attempts.at(-1)?.conclusion)).toEqual(
      runs.map(() => 'success'),
    )
    const last = world.sandbox.runner.result(runs.at(-1)?.id ?? 0)
    expect(last && job(last, 'watch').outputs.open).toBe('0')
    expect((await kinds(world.sandbox, '1.1.0')).at(-1)).toBe('completed')
    expect(await open(world.sandbox)).toEqual([])
    expect(release()?.draft).toBe(false)
  })
})

testWellFormed(world)
