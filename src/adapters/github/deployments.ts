import * as z from 'zod'
import type { Deployment, Deployments } from '../../ports/deployments.ts'
import type { Client } from './client.ts'

/** Not `deploy`: what deploys by itself whenever GitHub tells of a deployment listens to that. */
const TASK = 'release-actions'

const DeploymentAnswer = z
  .object({ id: z.int().positive(), payload: z.unknown() })
  .transform(({ id, payload }): Deployment => ({ id, payload }))

const StatusAnswer = z.object({ state: z.string(), description: z.string().nullish() })

const DEPLOYMENTS = '/repos/{owner}/{repo}/deployments'
const ONE = `${DEPLOYMENTS}/{deployment_id}`

export function githubDeployments(client: Client): Deployments {
  return {
    async of({ commit, environment }) {
      const query = { sha: commit, environment, task: TASK }
      const listed = await client.list(DeploymentAnswer, `GET ${DEPLOYMENTS}`, query, 2)
      return listed.toSorted((a, b) => a.id - b.id)
    },
    // Only 201 has a deployment in its answer: 202 says that GitHub has merged instead.
    create: ({ commit, environment, description, payload, isProduction }) =>
      client.write(DeploymentAnswer, `POST ${DEPLOYMENTS}`, {
        ref: commit,
        task: TASK,
        auto_merge: false,
        required_contexts: [],
        ...{ environment, description, payload },
        transient_environment: false,
        production_environment: isProduction,
      }),
    async latest(id) {
      const query = { deployment_id: id, per_page: 1 }
      const [newest] = await client.get(StatusAnswer.array(), `GET ${ONE}/statuses`, query)
      return newest && { state: newest.state, description: newest.description ?? '' }
    },
    async report(id, { state, description }, logUrl) {
      const status = { deployment_id: id, state, description, log_url: logUrl }
      await client.write(z.object({ id: z.number() }), `POST ${ONE}/statuses`, status)
    },
    async remove(id) {
      await client.write(z.unknown(), `DELETE ${ONE}`, { deployment_id: id })
    },
  }
}
