/** A team as `roles` names it: `@<organisation>/<slug>`, GitHub's own spelling. */
export interface Team {
  /** Login of the organisation. */
  readonly organisation: string
  /** GitHub makes it of the team's name: letters, digits, `-` and `_`. */
  readonly slug: string
}

/** The team that a member of a role is; undefined for a login and a role of the repository. */
export function teamOf(member: string): Team | undefined {
  const [, organisation, slug] = /^@([^/]+)\/([^/]+)$/.exec(member) ?? []
  return organisation === undefined || slug === undefined ? undefined : { organisation, slug }
}

/** As it stands in the config. */
export function teamText({ organisation, slug }: Team): string {
  return `@${organisation}/${slug}`
}

/** GitHub takes logins, organisations and teams for equal whatever their case. */
export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
