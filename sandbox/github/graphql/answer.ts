import { execute, GraphQLError, parse, validate } from 'graphql'
import { authenticate } from '../auth.ts'
import { isRecord } from '../contract/repair.ts'
import type { Http } from '../dispatch.ts'
import { toResponse } from '../exchange.ts'
import type { Journal } from '../journal.ts'
import { refuse } from '../refusal.ts'
import type { Token } from '../store.ts'
import type { World } from '../world.ts'
import { type CommitInput, createCommitOnBranch } from './commit-on-branch.ts'
import { GraphqlFailure } from './failure.ts'
import { graphqlSchema } from './schema.ts'

/** Answers POST /graphql. A query outside the sandbox's schema is recorded as a violation. */
export async function answerGraphql(world: World, journal: Journal, http: Http): Promise<Response> {
  const token = authenticate(world, http.req.header('authorization'))
  if (token.kind === 'anonymous') refuse(401, 'This endpoint requires you to be authenticated.')
  const body: unknown = await http.req.json().catch(() => refuse(400, 'Problems parsing JSON'))
  if (!isRecord(body) || typeof body.query !== 'string') {
    journal.violations.push('graphql: a body without a query')
    return refuse(400, 'A query attribute must be specified and must be a string.')
  }
  const { query, variables } = body
  const document = readQuery(query)
  const problems = 'errors' in document ? document.errors : validate(graphqlSchema, document.parsed)
  if ('errors' in document || problems.length > 0) {
    journal.violations.push(`graphql: ${problems[0]?.message}`)
    return toResponse({ status: 200, data: { errors: problems.map(errorBody) } })
  }
  const result = await execute({
    schema: graphqlSchema,
    document: document.parsed,
    rootValue: resolvers(world, token),
    variableValues: isRecord(variables) ? variables : {},
  })
  const errors = result.errors?.map(errorBody)
  const data = result.data === undefined ? {} : { data: result.data }
  return toResponse({ status: 200, data: { ...data, ...(errors && { errors }) } })
}

function resolvers(world: World, token: Token) {
  return {
    viewer: () => ({ login: token.login }),
    createCommitOnBranch: ({ input }: { readonly input: CommitInput }) =>
      createCommitOnBranch(world, token, input),
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
  const { originalError, path, locations, message } = error
  const type = originalError instanceof GraphqlFailure ? { type: originalError.type } : {}
  return { ...type, ...(path && { path }), ...(locations && { locations }), message }
}
