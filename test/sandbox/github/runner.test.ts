import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { type GitHub, startGitHub } from '../../../sandbox/github/index.ts'
import { type ActRunner, startActRunner } from '../../../sandbox/github/runner/act-runner.ts'
import { optionsFor } from '../act/rig.ts'
import { allRights } from './fixture.ts'

// Runs of act, on a machine that others use too.
jest.setTimeout(120_000)

const REPOSITORY = 'acme/shop'
const head = (inputs = '') => `on: { workflow_dispatch: { ${inputs} } }\npermissions: {}\n`
const job = (run: string, more = '') =>
  `{ runs-on: ubuntu-latest, ${more} steps: [{ id: say, name: Say, run: '${run}' }] }`

const files = {
  'greet.yml': `name: Greet
${head('inputs: { who: { required: true, type: string } }')}
jobs:
  greet: ${job(`echo "hello \${{ inputs.who }}"`)}
  # Fails the first time only.
  check: ${job(`test \${{ github.run_attempt }} -gt 1`, 'needs: [greet],')}
`,
  'deploy.yml': `name: Deploy
${head()}
jobs:
  deploy: ${job('echo deployed', 'environment: production,')}
`,
  'slow.yml': `name: Slow
${head()}
jobs:
  wait: ${job('echo started; sleep 60')}
`,
  'replaced.yml': `name: Replaced
${head('inputs: { gate: { required: true, type: string } }')}
concurrency: rollout
jobs:
  wait: ${job(`until test -e "\${{ inputs.gate }}"; do sleep 0.1; done`)}
`,
  'queued.yml': `name: Queued
${head()}
jobs:
  wait: ${job('echo began', 'concurrency: { group: rollouts, queue: max },')}
`,
  'wrong.yml': `name: Wrong
${head()}
jobs:
  call: { uses: org/release-actions/.github/workflows/nowhere.yml@v1 }
`,
}

let folder: string
let github: GitHub
let runner: ActRunner
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'runner-'))
  const token = (login: string) => ({ login, kind: 'user', permissions: allRights }) as const
  github = await startGitHub({
    repositories: [
      {
        fullName: REPOSITORY,
        gitDir: await makeRepository(),
        collaborators: { ada: 'admin', mona: 'write' },
        environments: [{ name: 'production', reviewers: ['mona'] }],
      },
    ],
    tokens: { ada: token('ada'), mona: token('mona') },
  })
  const { tools, urls } = optionsFor(folder)
  mkdirSync(join(folder, 'suite/.github/workflows'), { recursive: true })
  runner = startActRunner(github, {
    frame: {
      suite: join(folder, 'suite'),
      secrets: {},
      vars: {},
      urls: { ...urls, server: github.serverUrl, api: github.url, graphql: github.graphqlUrl },
      issueToken: () => github.issueToken({ permissions: {} }),
      tools,
      timeoutMs: 60_000,
      cancelGrace: { interruptMs: 200, terminateMs: 200 },
    },
    runtimeToken: () => 'none',
    workdir: join(folder, 'runs'),
  })
})
afterAll(async () => {
  await runner.close()
  await github.close()
  rmSync(folder, { recursive: true, force: true })
})

async function makeRepository() {
  const work = join(folder, 'work')
  mkdirSync(join(work, '.github/workflows'), { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(work, '.github/workflows', name), text)
  }
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org']
  const git = (...args: string[]) => promisify(execFile)('git', [...identity, '-C', work, ...args])
  await git('init', '--quiet', '--initial-branch=main')
  await git('add', '.')
  await git('commit', '--quiet', '-m', 'one')
  const bare = join(dirname(work), 'shop.git')
  await git('clone', '--quiet', '--bare', work, bare)
  return bare
}

async function api(login: string, path: string, body?: object) {
  const answer = await fetch(`${github.url}/repos/${REPOSITORY}/actions/${path}`, {
    method: 'POST',
    headers: { authorization: `token ${login}` },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, data: text === '' ? undefined : JSON.parse(text) }
}

async function dispatch(file: string, inputs: object = {}): Promise<number> {
  const body = { ref: 'main', inputs, return_run_details: true }
  return (await api('ada', `workflows/${file}/dispatches`, body)).data.workflow_run_id
}

const attempt = (id: number) =>
  github
    .runs(REPOSITORY)
    .find((run) => run.id === id)
    ?.attempts.at(-1)
const jobs = (id: number) =>
  attempt(id)?.jobs.map(({ name, conclusion }) => `${name}: ${conclusion}`)

test('a dispatch runs the file of its commit under act, with its inputs; failed jobs can run again', async () => {
  const id = await dispatch('greet.yml', { who: 'Ada' })
  await runner.idle()
  expect(attempt(id)).toMatchObject({ status: 'completed', conclusion: 'failure' })
  expect(jobs(id)).toEqual(['greet: success', 'check: failure'])
  const [greet] = attempt(id)?.jobs ?? []
  expect(greet?.steps).toMatchObject([{ name: 'Say', conclusion: 'success' }])
  expect(greet?.steps[0]?.lines.map(({ text }) => text)).toContain('hello Ada')

  expect((await api('ada', `runs/${id}/rerun-failed-jobs`)).status).toBe(201)
  await runner.idle()
  expect(attempt(id)).toMatchObject({ number: 2, conclusion: 'success' })
  expect(jobs(id)).toEqual(['greet: success', 'check: success'])
  expect(runner.result(id)?.jobs.map((each) => [each.path, each.reused === true])).toEqual([
    ['greet', true],
    ['check', false],
  ])
})

test('a run waits for the review of its environment, then begins', async () => {
  const id = await dispatch('deploy.yml')
  await runner.idle()
  expect(attempt(id)).toMatchObject({ status: 'waiting', waitingFor: ['production'], jobs: [] })
  const environment = github.repository(REPOSITORY).environments.get('production')
  const review = { environment_ids: [environment?.id], state: 'approved', comment: 'go' }
  expect((await api('mona', `runs/${id}/pending_deployments`, review)).status).toBe(200)
  await runner.idle()
  expect(jobs(id)).toEqual(['deploy: success'])
})

test('cancelling ends what runs', async () => {
  const id = await dispatch('slow.yml')
  const hasBegun = () =>
    attempt(id)?.jobs[0]?.steps[0]?.lines.some(({ text }) => text === 'started') === true
  while (!hasBegun()) await new Promise((resolve) => setTimeout(resolve, 20))
  expect((await api('ada', `runs/${id}/cancel`)).status).toBe(202)
  await runner.idle()
  expect(attempt(id)).toMatchObject({ status: 'completed', conclusion: 'cancelled' })
  expect(jobs(id)).toEqual(['wait: cancelled'])
})

test('[RW-07] a third run takes the place of the second, which is cancelled; with queue: max each has its turn', async () => {
  // The first one runs until all three are there.
  const gate = join(folder, 'gate')
  const three = async (file: string, inputs: object) => {
    const ids = [
      await dispatch(file, inputs),
      await dispatch(file, inputs),
      await dispatch(file, inputs),
    ]
    writeFileSync(gate, '')
    await runner.idle()
    return ids.map((id) => attempt(id)?.conclusion)
  }
  expect(await three('replaced.yml', { gate })).toEqual(['success', 'cancelled', 'success'])
  expect(await three('queued.yml', {})).toEqual(['success', 'success', 'success'])
})

test('what GitHub would not start ends before it begins', async () => {
  const id = await dispatch('wrong.yml')
  await runner.idle()
  expect(attempt(id)).toMatchObject({ conclusion: 'startup_failure', jobs: [] })
  expect(runner.result(id)?.refusal).toContain('nowhere.yml')
  expect(github.violations).toEqual([])
})
