/**
 * What GitHub has added since @octokit/graphql-schema 15.26 and `gh` 2.102 asks for, as GitHub's reference has it:
 * https://docs.github.com/graphql/reference/objects#issue, #issuetype, #release, and
 * mutations#replaceactorsforassignable.
 */
export const newerSchema = `
  extend type Issue {
    blockedBy(after: String, before: String, first: Int, last: Int): IssueConnection!
    blocking(after: String, before: String, first: Int, last: Int): IssueConnection!
    issueType: IssueType
  }

  type IssueType {
    color: IssueTypeColor!
    description: String
    id: ID!
    name: String!
  }

  enum IssueTypeColor { BLUE GRAY GREEN ORANGE PINK PURPLE RED YELLOW }

  extend type Release {
    immutable: Boolean!
  }

  extend type Mutation {
    replaceActorsForAssignable(
      input: ReplaceActorsForAssignableInput!
    ): ReplaceActorsForAssignablePayload
  }

  input ReplaceActorsForAssignableInput {
    actorIds: [ID!]
    actorLogins: [String!]
    assignableId: ID!
    clientMutationId: String
  }

  type ReplaceActorsForAssignablePayload {
    assignable: Assignable
    clientMutationId: String
  }
`
