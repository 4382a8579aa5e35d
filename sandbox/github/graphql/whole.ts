import { schema } from '@octokit/graphql-schema'
import { buildSchema, extendSchema, type GraphQLSchema, parse } from 'graphql'
import { newerSchema } from './newer.ts'

/** GitHub's whole GraphQL schema: about half a second of work, so only scripts and tests build it. */
export function githubSchema(): GraphQLSchema {
  const packaged = buildSchema(schema.idl, { assumeValidSDL: true })
  return extendSchema(packaged, parse(newerSchema), { assumeValidSDL: true })
}
