import {
  execute,
  GraphQLError,
  OverlappingFieldsCanBeMergedRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql'
import { seenFrom } from '../addresses.ts'
import { authenticate, isAllowed, tokenFor } from '../auth.ts'
import { isRecord } from '../contract/repair.ts'
import type { Http } from '../dispatch.ts'
import { toResponse } from '../exchange.ts'
import type { Journal } from '../journal.ts'
import { Refusal, refuse } from '../refusal.ts'
import { findRepository, type World } from '../world.ts'
import { type CommitInput, createCommitOnBranch } from './commit-on-branch.ts'
import type { GraphContext } from './context.ts'
import { GraphqlFailure } from './failure.ts'
import { issueMutations } from './issue-mutations.ts'
import { actorNode } from './nodes/actor.ts'
import { repositoryNode } from './nodes/repository.ts'
import { graphqlSchema } from './schema.ts'
import { searchIssues } from './search.ts'

/** Answers POST /graphql. A query outside the sandbox's schema is recorded as a violation. */
export async function answerGraphql(world: World, journal: Journal, http: Http): Promise<Response> {
  const token = authenticate(world, http.req.header('authorization'))
  if (token.kind === 'anonymous') refuse(401, 'This endpoint requires you to be authenticated.')
  const { query, variables } = await readBody(journal, http)
  journal.documents.add(query)
  const document = readQuery(query)
  const problems =
    'errors' in document ? document.errors : validate(graphqlSchema, document.parsed, githubRules)
  if ('errors' in document || problems.length > 0) {
    journal.violations.push(`graphql: ${problems[0]?.message}`)
    return toResponse({ status: 200, data: { errors: problems.map(errorBody) } })
  }
  const { errors, data } = await execute({
    schema: graphqlSchema,
    document: document.parsed,
    rootValue: roots({ world: seenFrom(world, new URL(http.req.url).host), token }),
    variableValues: variables,
  })
  for (const error of errors ?? []) noteOwnFault(journal, error)
  const shown = {
    ...(data !== undefined && { data }),
    ...(errors && { errors: errors.map(errorBody) }),
  }
  return toResponse({ status: 200, data: shown })
}

async function readBody(journal: Journal, http: Http) {
  const body: unknown = await http.req.json().catch(() => refuse(400, 'Problems parsing JSON'))
  if (!isRecord(body) || typeof body.query !== 'string') {
    journal.violations.push('graphql: a body without a query')
    return refuse(400, 'A query attribute must be specified and must be a string.')
  }
  return { query: body.query, variables: isRecord(body.variables) ? body.variables : {} }
}

/** GitHub lets `state` of an issue and `state` of a pull request stand under one name, and `gh` asks so. */
export const githubRules = specifiedRules.filter(
  (rule) => rule !== OverlappingFieldsCanBeMergedRule,
)

interface RepositoryName {
  readonly owner: string
  readonly name: string
}

function roots({ world, token }: Omit<GraphContext, 'show'>) {
  const context: GraphContext = {
    world,
    token,
    show: (repository) => repositoryNode(context, repository),
  }
  return {
    viewer: () => ({ ...actorNode(world, token.login), login: token.login }),
    repository: ({ owner, name }: RepositoryName) => {
      const repository = findRepository(world, `${owner}/${name}`)
      const readable =
        repository !== undefined &&
        isAllowed(tokenFor(token, repository), [{ metadata: 'read' }], repository)
      if (readable) return context.show(repository)
      const message = `Could not resolve to a Repository with the name '${owner}/${name}'.`
      throw new GraphqlFailure('NOT_FOUND', message)
    },
    search: (input: Parameters<typeof searchIssues>[1]) => searchIssues(context, input),
    createCommitOnBranch: ({ input }: { readonly input: CommitInput }) =>
      createCommitOnBranch(context, input),
    ...issueMutations(context),
  }
}

function readQuery(query: string) {
  try {
    return { parsed: parse(query) }
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] }
    throw error
  }
}

/** GitHub writes the type beside the message, not into `extensions`. */
function errorBody(error: GraphQLError) {
  const { path, locations, message } = error
  const type = typeOf(error)
  return { ...(type && { type }), ...(path && { path }), ...(locations && { locations }), message }
}

function typeOf({ originalError }: GraphQLError): string | undefined {
  if (originalError instanceof GraphqlFailure) return originalError.type
  if (!(originalError instanceof Refusal)) return undefined
  if (originalError.status === 403) return 'FORBIDDEN'
  return originalError.status === 404 ? 'NOT_FOUND' : 'UNPROCESSABLE'
}

/** What is neither the client's mistake nor a refusal is the sandbox's. */
function noteOwnFault(journal: Journal, { originalError, message, path }: GraphQLError) {
  const isExpected = originalError instanceof GraphqlFailure || originalError instanceof Refusal
  if (isExpected || path === undefined) return
  journal.violations.push(`sandbox: graphql: ${message}`)
}
