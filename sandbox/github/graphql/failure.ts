/** An error in GitHub's GraphQL: HTTP stays 200, `type` says what happened. */
export class GraphqlFailure extends Error {
  readonly type: string

  constructor(type: string, message: string) {
    super(message)
    this.type = type
  }
}
