import { expect, test } from '@jest/globals'
import { loadCallTree, preflight, type RunOptions } from '../../../sandbox/act/index.ts'
import { called, dispatched, optionsFor, runTrees, scratch, type Trees, writeTrees } from './rig.ts'

const job = 'runs-on: ubuntu-latest, steps: [{ run: ":" }]'
const uses = 'uses: org/release-actions/.github/workflows/inner.yml@v1'

/** What preflight refuses, without act. */
function refusals(trees: Trees, changes: Partial<RunOptions> = {}): string[] {
  const folder = scratch()
  writeTrees(folder, trees)
  const options = optionsFor(folder, changes)
  return preflight(loadCallTree(options, 'main.yml'), options)
}

function calling(call: string, inner: string, section = ''): Trees {
  return {
    consumer: { 'main.yml': dispatched(`  c: { ${call} }`) },
    suite: { 'inner.yml': called(inner, section) },
  }
}

test('a called job may not ask for more than its caller has, also when it would be skipped', () => {
  const inner = `  j: { if: false, permissions: { id-token: write, contents: read }, ${job} }`
  const where =
    ".github/workflows/main.yml: Error calling workflow 'org/release-actions/.github/workflows/inner.yml@v1'."
  expect(refusals(calling(`permissions: { contents: read }, ${uses}`, inner))).toEqual([
    `${where} The nested job 'j' is requesting 'id-token: write', but is only allowed 'id-token: none'.`,
  ])
  expect(refusals(calling(uses, inner))).toHaveLength(1)
  expect(
    refusals(calling(`permissions: { contents: read, id-token: write }, ${uses}`, inner)),
  ).toEqual([])
})

test('permissions shrink through every level and follow the default of the repository', () => {
  const trees: Trees = {
    consumer: {
      'main.yml': dispatched(
        `  c: { permissions: { issues: write }, uses: org/release-actions/.github/workflows/mid.yml@v1 }`,
      ),
    },
    suite: {
      'mid.yml': called(
        `  m: { permissions: { issues: read }, uses: $/.github/workflows/inner.yml }`,
      ),
      'inner.yml': called(`  j: { permissions: { issues: write }, ${job} }`),
    },
  }
  expect(refusals(trees).join()).toContain("'issues: write', but is only allowed 'issues: read'")
  const plain = calling(uses, `  j: { permissions: { contents: write }, ${job} }`)
  expect(refusals(plain).join()).toContain(
    "'contents: write', but is only allowed 'contents: read'",
  )
  expect(refusals(plain, { defaultPermissions: 'write' })).toEqual([])
})

test('inputs and secrets of a call must fit what the called file declares', () => {
  const section = `    inputs: { must: { type: string, required: true }, n: { type: number }, b: { type: boolean } }
    secrets: { KEY: { required: true } }`
  const found = refusals(
    calling(
      `${uses}, with: { n: many, b: "true", other: 1 }, secrets: { OTHER: x }`,
      `  j: { ${job} }`,
      section,
    ),
  )
  const where = '.github/workflows/main.yml, job c: '
  expect(found).toEqual([
    `${where}Input must is required, but not provided while calling.`,
    `${where}Unexpected value 'many' for input n of type number`,
    `${where}Unexpected value 'true' for input b of type boolean`,
    `${where}Invalid input, other is not defined in the referenced workflow.`,
    `${where}Secret KEY is required, but not provided while calling.`,
    `${where}Invalid secret, OTHER is not defined in the referenced workflow.`,
  ])
  expect(
    refusals(
      calling(
        `${uses}, with: { must: x, n: 4, b: true }, secrets: { KEY: x }`,
        `  j: { ${job} }`,
        section,
      ),
    ),
  ).toEqual([])
})

test('secrets: inherit ends at the organisation', () => {
  const trees = calling(`${uses}, secrets: inherit`, `  j: { ${job} }`)
  expect(refusals(trees)).toEqual([
    ".github/workflows/main.yml, job c: secrets: inherit is only possible within one organisation, 'acme' calls 'org'",
  ])
  expect(refusals(trees, { repository: 'org/service' })).toEqual([])
})

test('a file without workflow_call cannot be called', () => {
  const trees = calling(uses, '')
  const suite = { 'inner.yml': dispatched(`  j: { ${job} }`) }
  expect(refusals({ ...trees, suite }).join()).toContain('missing a `on.workflow_call` trigger')
})

test('at most four levels and twenty files', () => {
  const level = (next: string): string => called(`  n: { uses: $/.github/workflows/${next}.yml }`)
  const suite = {
    'inner.yml': level('two'),
    'two.yml': level('three'),
    'three.yml': called(`  j: { ${job} }`),
  }
  const consumer = { 'main.yml': dispatched(`  c: { ${uses} }`) }
  expect(refusals({ consumer, suite })).toEqual([])
  const deeper = { ...suite, 'three.yml': level('four'), 'four.yml': called(`  j: { ${job} }`) }
  expect(refusals({ consumer, suite: deeper })).toEqual([
    'c / n / n / n: 5 levels of workflows, at most 4 are allowed',
  ])
  const names = Array.from({ length: 21 }, (_, index) => `w${index}`)
  const wide: Trees = {
    consumer: {
      'main.yml': dispatched(
        names
          .map(
            (name) => `  ${name}: { uses: org/release-actions/.github/workflows/${name}.yml@v1 }`,
          )
          .join('\n'),
      ),
    },
    suite: Object.fromEntries(names.map((name) => [`${name}.yml`, called(`  j: { ${job} }`)])),
  }
  expect(refusals(wide)).toEqual(['21 different workflows are called, at most 20 are allowed'])
})

test('a dispatch is refused for an event, an input or a value that the file does not know', () => {
  const inputs = `    inputs:
      version: { type: string, required: true }
      kind: { type: choice, options: [a, b], default: a }
      flag: { type: boolean }`
  const trees: Trees = { consumer: { 'main.yml': dispatched(`  j: { ${job} }`, inputs) } }
  const where = '.github/workflows/main.yml: '
  expect(refusals(trees)).toEqual([`${where}Required input 'version' not provided`])
  expect(refusals(trees, { inputs: { version: '1', kind: 'c', flag: 'yes', x: '1' } })).toEqual([
    `${where}Unexpected inputs provided: ["x"]`,
    `${where}Provided value 'c' for input 'kind' not in the list of allowed values`,
    `${where}Provided value 'yes' for input 'flag' not in the list of allowed values`,
  ])
  expect(refusals(trees, { event: 'schedule' })).toEqual([
    `${where}Workflow does not have 'schedule' trigger`,
  ])
  const many = Array.from({ length: 26 }, (_, index) => `i${index}: { type: string }`).join(', ')
  const crowded: Trees = {
    consumer: { 'main.yml': dispatched(`  j: { ${job} }`, `    inputs: { ${many} }`) },
  }
  expect(refusals(crowded).join()).toContain('up to 25 `inputs`')
})

test('a job waits for the review of its environment and keeps to its branches', () => {
  const trees = calling(
    `${uses}, with: { where: production }`,
    `  j: { environment: "\${{ inputs.where }}", ${job} }\n  off: { if: "inputs.where == 'x'", environment: other, ${job} }`,
    '    inputs: { where: { type: string } }',
  )
  const production = { reviewers: ['ann', 'bob'] }
  const other = { reviewers: ['eve'] }
  expect(refusals(trees, { environments: { production, other } })).toEqual([
    'waiting: job c / j needs a review for environment production by ann or bob',
  ])
  const by = (approvedBy: string): RunOptions['environments'] => ({
    production: { ...production, approvedBy },
  })
  expect(refusals(trees, { environments: by('ann') })).toEqual([])
  expect(refusals(trees, { environments: by('eve') }).join()).toContain('eve is not one of them')
  const limited = { production: { branches: ['main', 'release/*'] } }
  expect(refusals(trees, { environments: limited })).toEqual([])
  expect(refusals(trees, { environments: limited, ref: 'refs/heads/release/1' })).toEqual([])
  expect(refusals(trees, { environments: limited, ref: 'refs/heads/side' })).toEqual([
    'Branch "side" is not allowed to deploy to production due to environment protection rules. (job c / j)',
  ])
})

test('equal concurrency groups of caller and called deadlock', () => {
  const consumer = (group: string): Trees['consumer'] => ({
    'main.yml': `concurrency: "${group}"\n${dispatched(`  c: { ${uses} }`)}`,
  })
  const suite = {
    'inner.yml': `concurrency: { group: "\${{ github.workflow }}-\${{ github.ref }}" }\n${called(`  j: { ${job} }`)}`,
  }
  expect(
    refusals({ consumer: consumer(`\${{ github.workflow }}-\${{ github.ref }}`), suite }),
  ).toEqual([
    "Canceling since a deadlock for concurrency group 'main-refs/heads/main' was detected between 'top level workflow' and 'c'",
  ])
  expect(refusals({ consumer: consumer('other'), suite })).toEqual([])
  const both = `  j: { concurrency: { group: x, queue: max, cancel-in-progress: true }, ${job} }`
  expect(refusals(calling(uses, both)).join()).toContain('queue: max cannot be combined')
})

test('what cannot run is refused by name', () => {
  const trees: Trees = {
    consumer: {
      'main.yml': dispatched(`
  missing: { runs-on: x, steps: [{ uses: org/release-actions/actions/nothing@v1 }] }
  foreign: { runs-on: x, steps: [{ uses: someone/action@v1 }] }
  services: { runs-on: x, services: { db: { image: db } }, steps: [{ run: ":" }] }
  secret: { if: "secrets.KEY != ''", ${job} }
`),
    },
  }
  const withoutIf = trees.consumer['main.yml']?.replace(/ {2}secret.*\n/, '') ?? ''
  expect(refusals({ consumer: { 'main.yml': withoutIf } })).toEqual([
    ".github/workflows/main.yml, job missing: Can't find 'action.yml' for action 'org/release-actions/actions/nothing@v1'",
    ".github/workflows/main.yml, job foreign: the sandbox has no stand-in for action 'someone/action@v1'",
    '.github/workflows/main.yml, job services: the sandbox has no containers (services)',
  ])
  expect(refusals(trees)).toEqual([
    ".github/workflows/main.yml, job secret: Unrecognized named-value: 'secrets' in its condition",
  ])
})

test('a refused run starts nothing and says why in one line', async () => {
  const trees: Trees = { consumer: { 'main.yml': dispatched(`  a: { needs: nobody, ${job} }`) } }
  const run = await runTrees(trees)
  expect(run.conclusion).toBe('refused')
  expect(run.refusal).toBe(".github/workflows/main.yml: job 'a' depends on unknown job 'nobody'.")
  expect(run.jobs).toEqual([])
  const bad = await runTrees({
    consumer: { 'main.yml': dispatched(`  a: { if: "1 ==", ${job} }`) },
  })
  expect(bad.refusal).toContain('main.yml, job a: an expression ends too early')
  const gone = await runTrees({ consumer: {} })
  expect(gone.refusal).toContain('workflow was not found')
})
