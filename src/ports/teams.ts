import type { Team } from '../domain/config/team.ts'

/** What somebody is to a team: `pending` has not accepted the invitation, and may nothing yet. */
export type Membership = 'active' | 'pending' | 'none'

/** The teams of organisations, as far as the token sees them. */
export interface Teams {
  /** Login that owns the repository: the organisation whose teams count. */
  readonly owner: string
  /** Whether anybody can be asked: a job's own token never can. */
  readonly canAsk: boolean
  /**
   * What a person is to a team or one of those below it.
   * @throws Failure `no-token`, `absent` and `forbidden` where that cannot be known: no token, no such team in its
   * sight, or no right to look.
   */
  membership(team: Team, login: string): Promise<Membership>
  /** @throws Failure as `membership`. */
  assertSeen(team: Team): Promise<void>
}
