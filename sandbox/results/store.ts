/** One artifact: first created, then filled, then finalized; only then others see it. */
export interface StoredArtifact {
  readonly id: number
  readonly runId: string
  readonly jobId: string
  readonly name: string
  readonly mimeType: string
  readonly createdAt: string
  readonly blocks: Map<string, Uint8Array>
  bytes: Buffer | undefined
  digest: string | undefined
  isFinal: boolean
}

/** Everything the results service keeps. */
export interface ResultsStore {
  readonly key: Uint8Array
  artifacts: StoredArtifact[]
  /** Requests that no client of the protocol would send. */
  readonly violations: string[]
  nextId(): number
  now(): string
  /** Address of the service without a slash at the end. */
  url: string
}
