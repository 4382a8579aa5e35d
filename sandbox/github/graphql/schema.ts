import { buildSchema } from 'graphql'

/** The part of GitHub's GraphQL schema that the sandbox answers, word for word. */
export const graphqlSchema = buildSchema(`
  scalar Base64String
  scalar DateTime
  scalar GitObjectID
  scalar URI

  type Query { viewer: User! }
  type User { login: String! }

  type Mutation {
    createCommitOnBranch(input: CreateCommitOnBranchInput!): CreateCommitOnBranchPayload
  }

  input CreateCommitOnBranchInput {
    branch: CommittableBranch!
    clientMutationId: String
    expectedHeadOid: GitObjectID!
    fileChanges: FileChanges
    message: CommitMessage!
  }
  input CommittableBranch { branchName: String, id: ID, repositoryNameWithOwner: String }
  input CommitMessage { body: String, headline: String! }
  input FileChanges { additions: [FileAddition!] = [], deletions: [FileDeletion!] = [] }
  input FileAddition { contents: Base64String!, path: String! }
  input FileDeletion { path: String! }

  type CreateCommitOnBranchPayload { clientMutationId: String, commit: Commit, ref: Ref }
  type Commit {
    committedDate: DateTime!
    id: ID!
    message: String!
    messageHeadline: String!
    oid: GitObjectID!
    url: URI!
  }
  type Ref { id: ID!, name: String!, prefix: String! }
`)
