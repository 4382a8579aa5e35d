import { resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import {
  exampleWorkflows,
  isCalled,
  jobsOf,
  ownWorkflows,
  type Workflow,
} from '../../scripts/workflows/model.ts'
import { calledFile } from '../../scripts/workflows/reference.ts'

const root = resolve(import.meta.dirname, '../..')
const called = ownWorkflows(root).filter(isCalled)
const declared = ({ on }: Workflow) => Object.keys(on.workflow_call?.secrets ?? {})
const fileOf = (name: string) => called.find(({ file }) => file === name)

test('the secrets and variables have the names of the process, and none is required', () => {
  const names = new Set(called.flatMap(declared))
  expect([...names].sort()).toEqual([
    'GRAFANA_API_KEY',
    'METRIC_SECRETS',
    'PROMETHEUS_URL',
    'PYPI_API_TOKEN',
    'REGISTRY_PASSWORD',
    'REGISTRY_USERNAME',
    'RELEASE_LEDGER_KEY',
    'RELEASE_ROLES_TOKEN',
    'SENTRY_AUTH_TOKEN',
    'SENTRY_ORG',
    'SENTRY_PROJECT',
    'SLACK_WEBHOOK_URL',
  ])
  for (const { on } of called)
    for (const secret of Object.values(on.workflow_call?.secrets ?? {}))
      expect(secret?.required ?? false).toBe(false)
})

const calls = exampleWorkflows(root).flatMap((thin) =>
  jobsOf(thin)
    .filter(([, { uses }]) => uses !== undefined)
    .map(([id, job]) => ({ path: `${thin.path}#${id}`, job })),
)

test.each(calls)(
  '$path passes by name what the called workflow declares, and nothing else',
  ({ job }) => {
    const workflow = fileOf(calledFile(job.uses) ?? '')
    if (workflow === undefined) throw new Error(`${job.uses} is no workflow of the suite`)
    const passed = typeof job.secrets === 'object' ? { ...job.secrets } : {}
    const expected = declared(workflow).map((name) => [name, `\${{ secrets.${name} }}`])
    expect(passed).toEqual(Object.fromEntries(expected))
  },
)

test('the token of the index is read by the one job that publishes', () => {
  const readers = called.flatMap(({ file, jobs }) =>
    Object.entries(jobs)
      .filter(([, job]) => JSON.stringify(job).includes('PYPI_API_TOKEN'))
      .map(([id]) => `${file}#${id}`),
  )
  expect(readers).toEqual(['release-rollback#publish-emergency-release'])
})

/** Actions that append to the ledger. */
const WRITERS = [
  ...['$/', '$/actions/canary-promote', '$/actions/auto-freeze-issue', '$/actions/release-tick'],
]
/** Of these three a step does, where an input says so. */
const writes = (uses: string, inputs: Readonly<Record<string, unknown>>) =>
  WRITERS.includes(uses) ||
  (uses === '$/actions/release-record' && String(inputs.report).includes('pipeline')) ||
  (uses === '$/actions/observability-gate' && inputs.record === 'true') ||
  (uses === '$/actions/release-rollback' &&
    ['traffic', 'finalize'].includes(String(inputs.operation)))

/** One input of every step of the called workflows, and whether the step is one of those that need it. */
const given = (
  input: string,
  isNeeded: (uses: string, inputs: Readonly<Record<string, unknown>>) => boolean,
) =>
  called.flatMap(({ file, jobs }) =>
    Object.values(jobs).flatMap(({ steps = [] }) =>
      steps.map(({ id, uses = '', with: inputs = {} }) => ({
        step: `${file}#${id}`,
        value: inputs[input],
        isNeeded: isNeeded(uses, { report: 'pipeline', ...inputs }),
      })),
    ),
  )

test('the key of the ledger is given to every step that writes there, and to no other', () => {
  const steps = given('ledger-key', writes)
  const key = `\${{ secrets.RELEASE_LEDGER_KEY }}`
  expect(steps.filter((each) => each.value !== (each.isNeeded ? key : undefined))).toEqual([])
  expect(steps.filter((each) => each.isNeeded)).toHaveLength(16)
})

/** Whether a step asks who may: for a person, or for whom a freeze was lifted by. */
const asksWho = (uses: string, { operation }: Readonly<Record<string, unknown>>) =>
  WRITERS.includes(uses) ||
  (uses === '$/actions/release-rollback' && ['validate', 'traffic'].includes(String(operation)))

test('the token that reads members is given to every step that asks who may, and to no other', () => {
  const steps = given('roles-token', asksWho)
  const token = `\${{ secrets.RELEASE_ROLES_TOKEN }}`
  expect(steps.filter((each) => each.value !== (each.isNeeded ? token : undefined))).toEqual([])
  expect(steps.filter((each) => each.isNeeded)).toHaveLength(12)
})
