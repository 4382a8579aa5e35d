import { expect, test } from '@jest/globals'
import { permissions } from '../../scripts/check/permissions.ts'
import { policy } from '../../scripts/check/policy.ts'
import { findings } from './tree.ts'

const SHA = 'a'.repeat(40)
const job = (more: string) => `{ runs-on: ubuntu-latest, timeout-minutes: 5, ${more} }`
const file = (jobs: string, on = 'workflow_call') => `on: ${on}\npermissions: {}\njobs:\n${jobs}`

const leaf = file(`  a: ${job('permissions: { contents: read, issues: write }')}\n`)
const middle = file(
  `  own: ${job('permissions: { contents: write }')}\n` +
    '  call: { uses: $/.github/workflows/leaf.yml, permissions: { contents: read, issues: write } }\n',
)
const caller = (grant: string) =>
  file(
    `  x: { uses: org/release-actions/.github/workflows/middle.yml@v1, permissions: ${grant} }\n`,
    'workflow_dispatch',
  )
const readme = (grant: string) => `# Suite\n\n\`\`\`yaml\n${caller(grant)}\`\`\`\n`
const UNION = '{ contents: write, issues: write }'

const calls = (more: Readonly<Record<string, string>>) =>
  findings(permissions, {
    '.github/workflows/leaf.yml': leaf,
    '.github/workflows/middle.yml': middle,
    'examples/shop/.github/workflows/x.yml': caller(UNION),
    'README.md': readme(UNION),
    ...more,
  })

test('permissions: who grants the union of the call tree, on every level, is right', async () => {
  expect(await calls({})).toEqual([])
})

test('[RW-02] permissions: one scope or one level too few or too many is named, in thin files, pages and calls', async () => {
  const thin = 'examples/shop/.github/workflows/x.yml'
  expect(await calls({ [thin]: caller('{ contents: write }') })).toEqual([
    `${thin}: job x grants issues: none, the call tree asks for write (middle.yml)`,
  ])
  expect(
    await calls({ 'README.md': readme('{ contents: write, issues: write, id-token: write }') }),
  ).toEqual(['README.md: job x grants id-token: write, the call tree asks for none (middle.yml)'])
  expect(
    await calls({
      '.github/workflows/middle.yml': middle.replace('issues: write', 'issues: read'),
    }),
  ).toEqual([
    '.github/workflows/middle.yml: job call grants issues: read, the call tree asks for write (leaf.yml)',
  ])
})

test('permissions: write-all is no grant of scopes, and a call of nothing is named', async () => {
  const thin = 'examples/shop/.github/workflows/x.yml'
  expect((await calls({ [thin]: caller('write-all') })).length).toBe(3)
  expect(await calls({ [thin]: caller(UNION).replace('middle', 'muddle') })).toEqual([
    `${thin}: job x calls muddle.yml, which does not exist`,
  ])
})

test('permissions: without a call in the README or the examples there is nothing to compare', async () => {
  expect(await findings(permissions, { '.github/workflows/leaf.yml': leaf })).toEqual([
    'README.md: shows no call of a workflow of the suite',
    'examples/: shows no call of a workflow of the suite',
  ])
})

test('policy: a called file that keeps every rule passes, composites too', async () => {
  const good = file(
    `  a: ${job(`steps: [{ uses: foreign/action@${SHA} }, { uses: $/actions/plan }, { run: 'echo "$X"' }]`)}\n` +
      '  b: { uses: $/.github/workflows/leaf.yml, secrets: { TOKEN: x } }\n',
  )
  const composite = `name: a\ndescription: b\nruns: { using: composite, steps: [{ uses: foreign/x@${SHA} }] }\n`
  const files = { '.github/workflows/good.yml': good, 'actions/a/action.yml': composite }
  expect(await findings(policy, files)).toEqual([])
})

const steps = (step: string) => file(`  a: ${job(`steps: [${step}]`)}\n`)
const broken: [string, string, string][] = [
  [
    'no empty permissions',
    leaf.replace('permissions: {}', 'permissions: { contents: read }'),
    'the file does not say permissions: {}',
  ],
  [
    'a second trigger',
    leaf.replace('workflow_call', '[workflow_call, push]'),
    'a called file has other triggers too: workflow_call, push',
  ],
  ['[RW-06] concurrency', `concurrency: x\n${leaf}`, 'a called file has concurrency'],
  [
    '[RW-06] concurrency in a job',
    file(`  a: ${job('concurrency: x')}\n`),
    'job a: concurrency in a called file',
  ],
  ['no time limit', file('  a: { runs-on: ubuntu-latest }\n'), 'job a: no timeout-minutes'],
  [
    '[RW-04] inherited secrets',
    file('  a: { uses: $/.github/workflows/x.yml, secrets: inherit }\n'),
    'job a: secrets: inherit; pass them by name',
  ],
  [
    '[RW-12] a job that may fail',
    file(`  a: ${job('continue-on-error: true')}\n`),
    'job a: continue-on-error hides a failure',
  ],
  [
    '[RW-12] a step that may fail',
    steps('{ run: x, continue-on-error: true }'),
    'job a: step 1: continue-on-error hides a failure',
  ],
  ['services', file(`  a: ${job('services: {}')}\n`), 'job a: services or container'],
  [
    'all permissions',
    file(`  a: ${job('permissions: write-all')}\n`),
    'job a: permissions without scopes',
  ],
  [
    'an expression in a script',
    steps("{ name: s, run: 'echo ${" + "{ inputs.x }}' }"),
    'job a: step s: an expression in run; hand it over in env',
  ],
  [
    '[RW-23] an action by its tag',
    steps('{ uses: foreign/action@v4 }'),
    'job a: step 1: foreign/action@v4 is not pinned to a commit',
  ],
  [
    "[RW-05] an action of the caller's checkout",
    steps('{ uses: ./actions/plan }'),
    'job a: step 1: ./actions/plan is not pinned to a commit',
  ],
  [
    '[RW-22] a cache',
    steps(`{ uses: actions/cache@${SHA} }`),
    'job a: step 1: a cache: what another run left in it would go out',
  ],
  [
    '[RW-22] a part of a cache',
    steps(`{ name: s, uses: actions/cache/restore@${SHA} }`),
    'job a: step s: a cache: what another run left in it would go out',
  ],
  [
    '[RW-22] a set-up that caches',
    steps(`{ uses: actions/setup-node@${SHA}, with: { cache: npm } }`),
    'job a: step 1: a cache: what another run left in it would go out',
  ],
]

test.each(broken)('policy: %s is found', async (_, text, finding) => {
  const path = '.github/workflows/bad.yml'
  expect(await findings(policy, { [path]: text })).toEqual([`${path}: ${finding}`])
})

test('policy: a tree without a workflow is not fine', async () => {
  expect(await findings(policy, {})).toEqual(['.github/workflows: no workflow'])
})
