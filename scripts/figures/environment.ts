/** What a bundle is given to run as a step of a job. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Inputs = Readonly<Record<string, string>>

/** The environment of a step that speaks to the GitHub at `url`; its files lie in `folder`, emptied. */
export function stepEnvironment(url: string, folder: string, inputs: Inputs): NodeJS.ProcessEnv {
  const file = (of: string) => {
    writeFileSync(join(folder, of), '')
    return join(folder, of)
  }
  return {
    PATH: process.env.PATH,
    GITHUB_API_URL: url,
    GITHUB_GRAPHQL_URL: `${url}/graphql`,
    GITHUB_SERVER_URL: url,
    GITHUB_REPOSITORY: 'acme/checkout-service',
    GITHUB_SHA: '0'.repeat(40),
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_STATE: file('state'),
    RUNNER_TEMP: folder,
    GITHUB_WORKSPACE: folder,
    ...Object.fromEntries(
      Object.entries(inputs).map(([key, value]) => [`INPUT_${key.toUpperCase()}`, value]),
    ),
  }
}
