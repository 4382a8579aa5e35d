import { repositoryClient } from '../adapters/github/connect.ts'
import { githubTeams, unaskedTeams } from '../adapters/github/teams.ts'
import type { Runner } from '../adapters/runner/action.ts'
import type { Teams } from '../ports/teams.ts'

/** The teams of GitHub, with the token that may read members where there is one. */
export function connectTeams(
  { 'roles-token': token }: { readonly 'roles-token'?: string | undefined },
  runner: Runner,
): Teams {
  const { owner } = runner.context
  return token === undefined
    ? unaskedTeams(owner)
    : githubTeams(repositoryClient(token, runner), owner)
}
