/** What was found out of the bytes of a file. */
export interface Measured {
  /** 64 hex digits. */
  readonly sha256: string
  /** Bytes. */
  readonly size: number
}
