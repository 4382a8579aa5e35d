import * as z from 'zod'
import { type Team, teamText } from '../../domain/config/team.ts'
import { Failure } from '../../domain/failure.ts'
import type { Teams } from '../../ports/teams.ts'
import type { Client } from './client.ts'
import { unlessAbsent } from './repository.ts'

const MembershipAnswer = z.object({ state: z.enum(['active', 'pending']) })
const TeamAnswer = z.object({ slug: z.string() })

/** What a token needs that asks for teams. */
const RIGHT =
  'of a GitHub App or a fine-grained personal access token with the organisation permission Members: read'

/**
 * Teams with a token that may read members. "Team members will include the members of child teams", and 404 is said of
 * who is in none, but also of a team that the token does not see: https://docs.github.com/rest/teams/members
 */
export function githubTeams(client: Client, owner: string): Teams {
  const assertSeen = async (team: Team) => {
    const route = 'GET /orgs/{org}/teams/{team_slug}'
    const seen = await unlessAbsent(asking(client.get(TeamAnswer, route, parametersOf(team))))
    if (seen === undefined) throw unseen(team)
  }
  return {
    owner,
    canAsk: true,
    assertSeen,
    async membership(team, username) {
      const route = 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}'
      const parameters = { ...parametersOf(team), username }
      const found = await unlessAbsent(asking(client.get(MembershipAnswer, route, parameters)))
      if (found !== undefined) return found.state
      await assertSeen(team)
      return 'none'
    },
  }
}

/** Teams without a token: nobody is known to be in one. */
export function unaskedTeams(owner: string): Teams {
  const refuse = async () => {
    throw new Failure(
      'no-token',
      'the token of a job may not ask for teams, and roles-token is empty',
      `Pass the secret RELEASE_ROLES_TOKEN by name, or as input roles-token: a token ${RIGHT}`,
    )
  }
  return { owner, canAsk: false, membership: refuse, assertSeen: refuse }
}

function parametersOf({ organisation, slug }: Team) {
  return { org: organisation, team_slug: slug }
}

/** A job can be granted none of this: the remedy is another token. */
async function asking<T>(request: Promise<T>): Promise<T> {
  try {
    return await request
  } catch (error) {
    const isOfToken = error instanceof Failure && ['unauthorised', 'forbidden'].includes(error.code)
    if (!isOfToken) throw error
    throw new Failure(error.code, error.message, `Give as roles-token one ${RIGHT}`, {
      cause: error,
    })
  }
}

function unseen(team: Team): Failure {
  return new Failure(
    'absent',
    `${teamText(team)} is no team that roles-token sees`,
    `Correct its name in roles of the config, or give a token of ${team.organisation} with the permission Members: read`,
  )
}
