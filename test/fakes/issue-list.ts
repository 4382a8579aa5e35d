import { Failure } from '../../src/domain/failure.ts'
import type { Issue, Issues, NewIssue } from '../../src/ports/issues.ts'
import type { Process, World } from './world.ts'

/** An issue and when each of its states began. */
interface Known {
  readonly createdAt: number
  readonly states: { readonly at: number; readonly issue: Issue }[]
}

/** Model of a repository's issues: the list lags behind, a single issue does not. */
export class IssueList {
  /** What a person has opened again. */
  readonly reopened = new Set<number>()
  readonly #world: World
  readonly #known: Known[] = []

  constructor(world: World) {
    this.#world = world
  }

  /** All issues as they are. */
  get all(): readonly Issue[] {
    return this.#known.flatMap(({ states }) => states.at(-1)?.issue ?? [])
  }

  createdAt(number: number): number {
    return this.#known[number - 1]?.createdAt ?? 0
  }

  /** A person closes it. */
  close(number: number, login: string): void {
    this.#change(number, { state: 'closed', closedBy: login })
  }

  /** A person opens it again: nobody has closed it any more. */
  reopen(number: number): void {
    this.reopened.add(number)
    this.#change(number, { state: 'open', closedBy: undefined })
  }

  /** A person takes its labels away. */
  unlabel(number: number): void {
    this.#change(number, { labels: [] })
  }

  /** How it stood at a time and ever since, in order. */
  since(number: number, time: number): readonly Issue[] {
    const states = this.#known[number - 1]?.states ?? []
    const first = Math.max(
      0,
      states.findLastIndex((s) => s.at <= time),
    )
    return states.slice(first).map(({ issue }) => issue)
  }

  open(issue: NewIssue, trusted = true): Issue {
    const number = this.#known.length + 1
    const url = `https://github.example/acme/shop/issues/${number}`
    const made = { ...issue, number, url, state: 'open', trusted, closedBy: undefined } as const
    this.#known.push({ createdAt: this.#world.now, states: [{ at: this.#world.now, issue: made }] })
    return made
  }

  issues(process: Process): Issues {
    const name = process.name
    const doubt = { kind: 'doubt', process: name, resource: 'issues' } as const
    const write = () => this.#world.emit({ ...doubt, kind: 'write' })
    return {
      withMarker: (marker, state, { label, since } = {}) =>
        process.meet({
          site: 'issues.list',
          effect: () => {
            this.#world.emit({ ...doubt, kind: 'read', what: marker })
            return this.#listed(process.random).filter(
              (i) =>
                i.trusted &&
                i.body.includes(marker) &&
                (state === 'all' || i.state === state) &&
                (label === undefined || i.labels.includes(label)) &&
                (since === undefined || this.createdAt(i.number) >= since.getTime()),
            )
          },
        }),
      newest: (marker) =>
        process.meet({
          site: 'issues.newest',
          effect: () => {
            const listed = this.#listed(process.random)
            const last = Math.max(0, ...listed.map((i) => i.number))
            const beyond = this.all.filter((i) => i.number > last)
            return [...listed, ...beyond].filter((i) => i.trusted && i.body.includes(marker))
          },
        }),
      get: (number) => process.meet({ site: 'issues.get', effect: () => this.#get(number) }),
      create: (issue) =>
        process.meet({
          site: 'issues.create',
          doubt,
          effect: () => {
            write()
            this.#world.emit({ kind: 'created', process: name, body: issue.body })
            return this.open(issue)
          },
        }),
      update: (number, change) =>
        process.meet({ site: 'issues.update', effect: () => this.#change(number, change) }),
      comment: (number) =>
        process.meet({ site: 'issues.comment', effect: () => void this.#get(number) }),
    }
  }

  #get(number: number): Issue {
    const issue = this.all[number - 1]
    if (issue === undefined) throw new Failure('absent', `there is no issue ${number}`)
    return issue
  }

  #change(number: number, change: Partial<Issue>): Issue {
    const issue = { ...this.#get(number), ...change }
    this.#known[number - 1]?.states.push({ at: this.#world.now, issue })
    return issue
  }

  /** A list is behind as a whole: it comes from one copy. */
  #listed(random: () => number): Issue[] {
    const { now, lag, calm } = this.#world
    const until = now - (calm ? 0 : random() * lag)
    return this.#known.flatMap(({ states }) => states.findLast((s) => s.at <= until)?.issue ?? [])
  }
}
