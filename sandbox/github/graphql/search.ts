import { isAllowed, tokenFor } from '../auth.ts'
import type { Issue, Repository } from '../store.ts'
import { connection, type PageArguments } from './connection.ts'
import type { GraphContext } from './context.ts'
import { GraphqlFailure } from './failure.ts'
import { issueNode } from './nodes/issue.ts'

interface SearchArguments extends PageArguments {
  readonly query: string
  readonly type: string
}

type Test = (repository: Repository, issue: Issue, value: string) => boolean

const qualifiers: Readonly<Record<string, Test>> = {
  repo: ({ fullName }, _issue, value) => fullName.toLowerCase() === value.toLowerCase(),
  type: (_repository, _issue, value) => value === 'issue',
  is: (_repository, { state }, value) => value === 'issue' || value === state,
  state: (_repository, { state }, value) => value === state,
  author: (_repository, { login }, value) => value === login,
  assignee: (_repository, { assignees }, value) => assignees.includes(value),
  label: (_repository, { labels }, value) =>
    labels.some((name) => name.toLowerCase() === value.toLowerCase()),
}

/** Issues by qualifiers, newest first. What else a search can say is refused: an answer would be wrong. */
export function searchIssues(context: GraphContext, { query, type, ...bounds }: SearchArguments) {
  const { world, token } = context
  if (type !== 'ISSUE') throw unbuilt(`a search of type ${type}`)
  const tests = [...query.matchAll(/(\w+):(?:"([^"]*)"|(\S+))|(\S+)/g)].map(readTest)
  const found = world.repositories
    .filter((each) => isAllowed(tokenFor(token, each), [{ issues: 'read' }], each))
    .flatMap((repository) => repository.issues.map((issue) => ({ repository, issue })))
    .filter(({ repository, issue }) => tests.every((test) => test(repository, issue)))
    .toSorted((a, b) => b.issue.id - a.issue.id)
  const list = connection('search', found, bounds, ({ repository, issue }) =>
    issueNode(context, repository, issue),
  )
  return { ...list, issueCount: found.length }
}

function readTest([, key = '', quoted, plain, word]: RegExpExecArray) {
  const test = qualifiers[key]
  if (word !== undefined || test === undefined) throw unbuilt(`a search for ${word ?? `${key}:`}`)
  return (repository: Repository, issue: Issue) => test(repository, issue, quoted ?? plain ?? '')
}

function unbuilt(what: string) {
  return new GraphqlFailure('UNPROCESSABLE', `the sandbox does not build ${what}`)
}
