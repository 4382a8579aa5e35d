import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const folder = resolve(
  import.meta.dirname,
  '../../../node_modules/@octokit/fixtures/scenarios/api.github.com',
)

/** One request that was sent to GitHub, and what GitHub answered. */
export interface Exchange {
  readonly method: string
  /** With the query. */
  readonly path: string
  readonly scope: string
  readonly body: unknown
  readonly status: number
  readonly response: unknown
  readonly headers: Readonly<Record<string, string>>
  readonly reqheaders: Readonly<Record<string, string>>
}

/** The names of all conversations that `@octokit/fixtures` has recorded with GitHub. */
export function conversations(): string[] {
  return readdirSync(folder).toSorted()
}

/** A recorded conversation: ids, dates and commits are normalised, everything else is GitHub's. */
export function conversation(name: string): Exchange[] {
  return JSON.parse(readFileSync(join(folder, name, 'normalized-fixture.json'), 'utf8'))
}
