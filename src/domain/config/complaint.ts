import type * as z from 'zod'

type Issue = z.core.$ZodIssue

/** The first thing that is wrong with a value, for a person. */
export interface Complaint {
  /** Where the value stands. */
  readonly path: readonly string[]
  /** The key that does not belong there; empty for any other complaint. */
  readonly key: readonly string[]
  readonly message: string
}

/** Of the alternatives of a value the one is meant that it comes closest to: whose complaint lies deepest. */
export function complaintOf(issue: Issue): Complaint {
  const path = issue.path.map(String)
  const closest = issue.code === 'invalid_union' ? deepest(issue.errors) : undefined
  if (closest !== undefined) {
    const inner = complaintOf(closest)
    return { ...inner, path: [...path, ...inner.path] }
  }
  const key = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return { path, key, message: missing(issue) ? 'is missing' : issue.message }
}

/** JSON and YAML have no undefined: it is what the schema sees of a key that is not there. */
function missing(issue: Issue): boolean {
  return issue.code === 'invalid_type' && / received undefined$/.test(issue.message)
}

function deepest(branches: readonly (readonly Issue[])[]): Issue | undefined {
  const [first, ...others] = branches.flatMap((issues) => issues.slice(0, 1))
  return others.reduce((a, b) => (a !== undefined && a.path.length > b.path.length ? a : b), first)
}
