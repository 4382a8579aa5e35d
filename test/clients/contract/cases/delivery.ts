import { at, type Case, items, type Place } from '../target.ts'

const rest = 'https://docs.github.com/rest'
const deployments = `${rest}/deployments/deployments`
const workflows = `${rest}/actions/workflows#create-a-workflow-dispatch-event`

const headOf = async ({ ask }: Place) =>
  String(at((await ask('GET', '/git/ref/heads/main')).data, 'object', 'sha'))

const status = (place: Place, sha: string, context: string, state: string) =>
  place.ask('POST', `/statuses/${sha}`, { state, context })

const dispatched = {
  files: {
    '.github/workflows/release.yml': `on:
  workflow_dispatch:
    inputs:
      version: { required: true, type: string }
      depth: { type: choice, options: [quick, full], default: quick }
jobs: { one: { runs-on: ubuntu-latest, steps: [{ run: 'true' }] } }
`,
  },
}
const dispatch = ({ ask }: Place, inputs: object, more: object = {}) =>
  ask('POST', '/actions/workflows/release.yml/dispatches', { ref: 'main', inputs, ...more })

/** Statuses, deployments, environments, workflows and checks. */
export const deliveryCases: readonly Case[] = [
  {
    id: 'combined-status',
    title: 'of each context the newest status counts, and one failure is a failure',
    document: `${rest}/commits/statuses#get-the-combined-status-for-a-specific-reference`,
    look: async (place) => {
      const sha = await headOf(place)
      const combined = async () => {
        const { data } = await place.ask('GET', '/commits/main/status')
        return [at(data, 'state'), at(data, 'total_count')]
      }
      const none = await combined()
      await status(place, sha, 'gate', 'failure')
      await status(place, sha, 'lint', 'success')
      const failed = await combined()
      await status(place, sha, 'gate', 'success')
      return [none, failed, await combined()]
    },
    expected: [
      ['pending', 0],
      ['failure', 2],
      ['success', 2],
    ],
  },
  {
    id: 'deployment-merges',
    title: 'unless told otherwise a deployment merges the default branch first: 202',
    document: `${deployments}#create-a-deployment`,
    look: async (place) => {
      const sha = await headOf(place)
      await place.ask('POST', '/git/refs', { ref: 'refs/heads/topic', sha })
      await place.ask('PUT', '/contents/a.txt', { message: 'm', content: 'eA==' })
      const deploy = (more: object) => place.ask('POST', '/deployments', { ref: 'topic', ...more })
      const plain = await deploy({ auto_merge: false })
      return [plain.status, (await deploy({})).status]
    },
    expected: [201, 202],
  },
  {
    id: 'deployment-waits',
    title: 'a deployment waits for green statuses: all unless told which, 409 until then',
    document: `${deployments}#create-a-deployment`,
    look: async (place) => {
      const sha = await headOf(place)
      await status(place, sha, 'gate', 'failure')
      const deploy = (more: object) =>
        place.ask('POST', '/deployments', { ref: 'main', auto_merge: false, ...more })
      return [(await deploy({})).status, (await deploy({ required_contexts: [] })).status]
    },
    expected: [409, 201],
  },
  {
    id: 'deployment-statuses',
    title: 'a success makes the earlier deployment of its environment inactive',
    document: `${rest}/deployments/statuses#create-a-deployment-status`,
    look: async (place) => {
      const states = []
      for (const _round of [1, 2]) {
        const body = { ref: 'main', environment: 'canary', auto_merge: false }
        const { data } = await place.ask('POST', '/deployments', body)
        const path = `/deployments/${at(data, 'id')}/statuses`
        await place.ask('POST', path, { state: 'success' })
        states.push(path)
      }
      const [first] = items((await place.ask('GET', states[0] ?? '')).data)
      return at(first, 'state')
    },
    expected: 'inactive',
  },
  {
    id: 'environment-made',
    title: 'a deployment to an environment that nobody made makes it, without any rule',
    document:
      'https://docs.github.com/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments',
    look: async (place) => {
      await place.ask('POST', '/deployments', { ref: 'main', environment: 'qa' })
      const { status: found, data } = await place.ask('GET', '/environments/qa')
      return [found, at(data, 'protection_rules')]
    },
    expected: [200, []],
  },
  {
    id: 'environment-reviewers',
    title: 'an environment shows who has to review',
    document: `${rest}/deployments/environments#get-an-environment`,
    setup: { environment: { name: 'production', reviewer: 'mona' } },
    look: async ({ ask }) => {
      const { data } = await ask('GET', '/environments/production')
      const rule = items(data, 'protection_rules')[0]
      return [at(rule, 'type'), at(rule, 'reviewers', 0, 'reviewer', 'login')]
    },
    expected: ['required_reviewers', 'mona'],
  },
  {
    id: 'dispatch',
    title: 'a dispatch is 204, or 200 with the run for who asks for it',
    document: workflows,
    setup: dispatched,
    look: async (place) => {
      const plain = await dispatch(place, { version: '1' })
      const detailed = await dispatch(place, { version: '1' }, { return_run_details: true })
      const id = at(detailed.data, 'workflow_run_id')
      const run = await place.ask('GET', `/actions/runs/${id}`)
      return [plain.status, detailed.status, at(run.data, 'event'), at(run.data, 'head_branch')]
    },
    expected: [204, 200, 'workflow_dispatch', 'main'],
  },
  {
    id: 'dispatch-inputs',
    title: 'a dispatch is checked against the inputs of the file: 422',
    document: workflows,
    setup: dispatched,
    look: async (place) => {
      const answers = [
        await dispatch(place, {}),
        await dispatch(place, { version: '1', nope: '1' }),
        await dispatch(place, { version: '1', depth: 'deep' }),
        await dispatch(place, { version: '1' }, { ref: 'gone' }),
      ]
      return answers.map(({ status: code }) => code)
    },
    expected: [422, 422, 422, 422],
  },
  {
    id: 'dispatch-missing-file',
    title: 'a dispatch of no file is 404',
    document: workflows,
    look: async (place) => (await dispatch(place, {})).status,
    expected: 404,
  },
  {
    id: 'check-by-person',
    title: 'only Apps make check runs: a person is refused with 403',
    document: `${rest}/checks/runs#create-a-check-run`,
    look: async (place) =>
      (await place.ask('POST', '/check-runs', { name: 'x', head_sha: await headOf(place) })).status,
    expected: 403,
  },
  {
    id: 'branch-rules',
    title: 'the rules over a branch are listed; a branch without one has none',
    document: `${rest}/repos/rules#get-rules-for-a-branch`,
    setup: { pullRequestsBy: 'ruleset' },
    look: async ({ ask }) => {
      const types = async (branch: string) =>
        items((await ask('GET', `/rules/branches/${branch}`)).data).map((each) => at(each, 'type'))
      return [await types('main'), await types('free')]
    },
    expected: [['pull_request'], []],
  },
]
