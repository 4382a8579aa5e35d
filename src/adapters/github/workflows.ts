import * as z from 'zod'
import type { Workflows } from '../../ports/workflows.ts'
import type { Client } from './client.ts'
import { PageAddress } from './page-address.ts'

const RepositoryAnswer = z.object({ default_branch: z.string().min(1) })
/** GitHub Enterprise Server answers 204, without a word about the run. */
const RunAnswer = z.object({ html_url: PageAddress })

export function githubWorkflows(client: Client): Workflows {
  return {
    async dispatch(file, inputs) {
      const { default_branch: ref } = await client.get(
        RepositoryAnswer,
        'GET /repos/{owner}/{repo}',
      )
      const route = 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches'
      const wanted = { workflow_id: file, ref, inputs, return_run_details: true }
      const answer = await client.write(z.unknown(), route, wanted)
      return RunAnswer.safeParse(answer).data?.html_url
    },
  }
}
