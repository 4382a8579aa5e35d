import type { Roles } from '../domain/config/roles.ts'
import { isSameName, type Team, teamOf, teamText } from '../domain/config/team.ts'
import { Failure } from '../domain/failure.ts'
import type { Membership, Teams } from '../ports/teams.ts'

/** Roles with their names. */
export type Named = readonly (readonly [string, Roles[string]])[]

/** The role of a team that somebody is in, or why there is none. */
export interface Asked {
  readonly role?: string
  /** What was heard beside a plain no. */
  readonly said: readonly string[]
  /** What a person can do about it. */
  readonly remedy?: string
}

/** What a person sets right; anything else that goes wrong may pass by itself. */
const SETTING: readonly string[] = ['no-token', 'unauthorised', 'forbidden', 'absent', 'bad-team']

/**
 * The first role whose team a person is in. A team of which nobody can tell lets nobody in, and is no reason to leave
 * out the next one.
 * @throws Failure of GitHub that may pass, where no other team let the person in.
 */
export async function byTeam(login: string, named: Named, teams: Teams): Promise<Asked> {
  const failures: Failure[] = []
  const said: string[] = []
  for (const { role, team } of namedTeams(named)) {
    const heard = await ask(team, login, teams)
    if (heard === 'active') return { role, said: [] }
    if (heard === 'pending')
      said.push(`${login} has not accepted the invitation to ${teamText(team)}`)
    if (!(heard instanceof Failure)) continue
    failures.push(heard)
    said.push(`nobody can tell who is in ${teamText(team)}: ${heard.message}`)
  }
  const passing = failures.find(({ code }) => !SETTING.includes(code))
  if (passing !== undefined) throw passing
  const [first] = failures
  return { said, ...(first === undefined ? {} : { remedy: first.remedy }) }
}

async function ask(team: Team, login: string, teams: Teams): Promise<Membership | Failure> {
  try {
    assertOwn(team, teams)
    return await teams.membership(team, login)
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}

/** @throws Failure `bad-team` for a team of another organisation than the one that owns the repository. */
export function assertOwn(team: Team, { owner }: Teams): void {
  if (isSameName(team.organisation, owner)) return
  throw new Failure(
    'bad-team',
    `${teamText(team)} is a team of ${team.organisation}, and the repository belongs to ${owner}`,
    `Name a team of ${owner} in roles of the config on the default branch, or the logins themselves`,
  )
}

function namedTeams(named: Named): readonly { readonly role: string; readonly team: Team }[] {
  return named.flatMap(([role, { members }]) =>
    members.flatMap((member) => {
      const team = teamOf(member)
      return team === undefined ? [] : [{ role, team }]
    }),
  )
}
