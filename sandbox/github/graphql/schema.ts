import { readFileSync } from 'node:fs'
import { buildSchema } from 'graphql'

/** The part of GitHub's GraphQL schema that the sandbox answers, word for word: cut by `prune.ts`. */
export const graphqlSchema = buildSchema(
  readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
)
