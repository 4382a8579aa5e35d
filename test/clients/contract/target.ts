/** What a client hears: the body is read as JSON where it is JSON, else it is text. */
export interface Heard {
  readonly status: number
  readonly headers: Headers
  readonly data: unknown
}

/** What a repository of a case needs beside its one commit with a README. */
export interface Setup {
  readonly hasIssues?: boolean
  readonly private?: boolean
  readonly immutableReleases?: boolean
  /** Pull requests are required on `main`: by a ruleset, or by the older branch protection. */
  readonly pullRequestsBy?: 'ruleset' | 'protection'
  /** Login that has to review this environment. */
  readonly environment?: { readonly name: string; readonly reviewer: string }
  /** Further files by path. */
  readonly files?: Readonly<Record<string, string>>
}

/** Who asks: the owner, somebody who only reads, or nobody. */
export type Caller = 'owner' | 'reader' | 'nobody'

/** A repository on a server that says it is GitHub. */
export interface Place {
  readonly owner: string
  readonly repo: string
  /** Asks below the repository, for example `ask('GET', '/issues')`; an address is taken as it is. */
  ask(
    method: string,
    path: string,
    body?: object | string,
    options?: { readonly headers?: Record<string, string>; readonly as?: Caller },
  ): Promise<Heard>
  graphql(query: string, variables?: object): Promise<Heard>
}

/** A server under test. */
export interface Target {
  readonly name: string
  /** A fresh repository; throws NotBuilt where the server cannot have such a one. */
  place(name: string, setup?: Setup): Promise<Place>
  close(): Promise<void>
}

/** What a server has no way to be. */
export class NotBuilt extends Error {}

/** One thing that GitHub does, and where it says so. */
export interface Case {
  readonly id: string
  /** In GitHub's words, or close to them. */
  readonly title: string
  /** GitHub's page. */
  readonly document: string
  readonly setup?: Setup
  /** What is seen: only values that do not change from run to run. */
  readonly look: (place: Place) => Promise<unknown>
  /** What GitHub would show. */
  readonly expected: unknown
}

/** What a case sees on a server; a server that cannot even be asked is a finding, too. */
export async function observe(target: Target, { id, setup, look }: Case): Promise<unknown> {
  try {
    return await look(await target.place(id, setup))
  } catch (error) {
    if (error instanceof NotBuilt) return `not built: ${error.message}`
    return `failed: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** Reads a value out of what was heard, by keys. */
export function at(data: unknown, ...keys: (string | number)[]): unknown {
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    data,
  )
}

/** The items of a list, or of a list inside an object. */
export function items(data: unknown, ...keys: (string | number)[]): unknown[] {
  const list = at(data, ...keys)
  return Array.isArray(list) ? list : []
}
