/**
 * Cuts GitHub's GraphQL schema to the part of the sandbox: `node sandbox/github/graphql/prune.ts`. The whole schema is
 * that of @octokit/graphql-schema (MIT, GitHub); its cut is committed as `schema.graphql`.
 */
import { writeFile } from 'node:fs/promises'
import { prunedSchema } from './pruned.ts'
import { githubSchema } from './whole.ts'

await writeFile(new URL('./schema.graphql', import.meta.url), prunedSchema(githubSchema()))
