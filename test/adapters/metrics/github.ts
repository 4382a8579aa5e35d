import { type Answer, json } from '../../actions/server.ts'
import type { Provider } from './behaviour.ts'
import { objectiveOf } from './rig.ts'

const run = (id: number, conclusion: string | null) => ({ id, conclusion })

/** So many runs, of which so many failed. */
export const runs = (failed: number, all: number) =>
  Array.from({ length: all }, (_, id) => run(id, id < failed ? 'failure' : 'success'))

const answer = (workflow_runs: readonly unknown[]): Answer => {
  return (_, response) => json(response, { total_count: workflow_runs.length, workflow_runs })
}

export const githubConfig = {
  provider: 'github',
  values: {
    nightly: { kind: 'failed-runs', workflow: 'nightly.yml', branch: 'main' },
    incidents: { kind: 'open-issues', labels: ['incident', 'release:{version}'] },
  },
}

export const github: Provider = {
  name: 'github',
  config: () => githubConfig,
  objective: objectiveOf({ query: 'nightly' }),
  good: answer(runs(7, 50)),
  value: 7,
  nothing: { 'no run': answer([]) },
  ofRunner: true,
}
