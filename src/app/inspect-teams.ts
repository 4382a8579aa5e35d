import { type Roles, teamsIn } from '../domain/config/roles.ts'
import type { Teams } from '../ports/teams.ts'
import { assertOwn } from './team-authority.ts'

/**
 * Before a release begins: every team that may do something by hand is one of the organisation, and there. Without a
 * token only the first is seen here.
 * @throws Failure naming the team and the remedy.
 */
export async function inspectTeams(roles: Roles, teams: Teams): Promise<void> {
  for (const team of teamsIn(roles)) {
    assertOwn(team, teams)
    if (teams.canAsk) await teams.assertSeen(team)
  }
}
