import { expect, test } from '@jest/globals'
import { calls } from '../../scripts/check/calls.ts'
import { findings } from './tree.ts'

const JOB = '{ runs-on: ubuntu-latest, timeout-minutes: 5 }'

/** A workflow whose jobs call these, or that has one job of its own. */
function workflow(on: string, called: readonly string[] = []): string {
  const jobs = called.map((uses, i) => `  call-${i}: { uses: ${uses} }\n`)
  return `on: ${on}\npermissions: {}\njobs:\n${jobs.length === 0 ? `  own: ${JOB}\n` : jobs.join('')}`
}
const own = (name: string) => `$/.github/workflows/${name}.yml`
const called = (...names: readonly string[]) => workflow('workflow_call', names.map(own))
const thin = (...uses: readonly string[]) => workflow('workflow_dispatch', uses)

const THIN = 'examples/shop/.github/workflows/x.yml'
const REMOTE = 'org/release-actions/.github/workflows'

/** Below a caller: outer, middle, leaf. */
const three = {
  '.github/workflows/leaf.yml': called(),
  '.github/workflows/middle.yml': called('leaf', 'leaf'),
  '.github/workflows/outer.yml': called('middle', 'leaf'),
}

test('[RW-19] calls: a caller and three levels below it are allowed, a fourth level below it is not', async () => {
  expect(await findings(calls, { ...three, [THIN]: thin(`${REMOTE}/outer.yml@v1`) })).toEqual([])
  const more = { ...three, '.github/workflows/top.yml': called('outer') }
  expect(await findings(calls, { ...more, [THIN]: thin(`${REMOTE}/top.yml@v1`) })).toEqual([
    `${THIN}: 5 levels of workflows, at most 4: x > top > outer > middle > leaf`,
    '.github/workflows/top.yml: 5 levels of workflows, at most 4: top > outer > middle > leaf',
  ])
})

test('calls: a file of the consumer between its thin file and the suite is a level too', async () => {
  const files = {
    ...three,
    'examples/shop/.github/workflows/own.yml': workflow('workflow_call', [
      `${REMOTE}/outer.yml@v1`,
    ]),
    [THIN]: thin('./.github/workflows/own.yml'),
  }
  expect(await findings(calls, files)).toEqual([
    'examples/shop/.github/workflows/own.yml: 5 levels of workflows, at most 4: own > outer > middle > leaf',
    `${THIN}: 5 levels of workflows, at most 4: x > own > outer > middle > leaf`,
  ])
})

test('calls: 20 different files in a tree are allowed, 21 are not, however often each is called', async () => {
  const leaves = (count: number) => Array.from({ length: count }, (_, i) => `leaf-${i}`)
  const tree = (count: number) => ({
    ...Object.fromEntries(
      leaves(count).map((name) => [`.github/workflows/${name}.yml`, called()] as const),
    ),
    [THIN]: thin(...[...leaves(count), 'leaf-0'].map((name) => `${REMOTE}/${name}.yml@v1`)),
  })
  expect(await findings(calls, tree(20))).toEqual([])
  expect(await findings(calls, tree(21))).toEqual([
    `${THIN}: 21 workflows in its call tree, at most 20`,
  ])
  const wide = called(...leaves(20))
  expect(await findings(calls, { ...tree(20), '.github/workflows/wide.yml': wide })).toEqual([
    '.github/workflows/wide.yml: 21 workflows in its call tree, at most 20',
  ])
})

test('calls: a circle is named, and a tree without a call is not fine', async () => {
  const circle = { '.github/workflows/leaf.yml': called('leaf') }
  await expect(async () => await findings(calls, circle)).rejects.toThrow(
    '.github/workflows/leaf.yml: the calls never end',
  )
  expect(await findings(calls, {})).toEqual(['.github/workflows: nothing is called'])
})
