import type { Fault } from './faults.ts'

/** What a GraphQL document asks for. */
export type Operation = 'query' | 'mutation'

/** One request as it came in, with the status that went out (0: none did). */
export interface RecordedRequest {
  readonly method: string
  /** Host and port that the client asked. */
  readonly host: string
  /** Path without the query. */
  readonly path: string
  readonly query: string
  status: number
  /** Of GraphQL, where every request is a POST: whether it reads or writes. */
  readonly operation?: Operation | undefined
  /** When it came in, ISO 8601 in UTC, by the sandbox's clock. */
  readonly at: string
  /** Who sent it; empty without a known token. */
  readonly tokenLogin: string
}

/** What the server writes down about its clients and itself, and what shall go wrong. */
export interface Journal {
  readonly requests: RecordedRequest[]
  /** What is against GitHub's description: requests of a client or answers of the sandbox. */
  readonly violations: string[]
  readonly faults: Fault[]
  /** GraphQL documents as they were sent, each once. */
  readonly documents: Set<string>
}
