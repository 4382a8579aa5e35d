export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Milliseconds for the whole exchange; the transport's own limit holds when absent. */
  readonly timeoutMs?: number
  /**
   * Called for an answer of 200: what it returns takes the body, piece by piece as it arrives, and `HttpAnswer.body` is
   * empty. An answer that is cut has handed on its beginning.
   */
  readonly receiver?: () => (piece: Uint8Array) => void
}

export interface HttpAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** Whole milliseconds from the first byte sent to the last received. */
  readonly elapsedMs: number
}

/** A status is never an error here; redirects are not followed: an answer of 3xx is returned as it is. */
export interface Http {
  /**
   * @throws Failure `timeout`, `connection` (refused, reset, unknown host), `too-large`, `forbidden-origin`.
   */
  send(request: HttpRequest): Promise<HttpAnswer>
}
