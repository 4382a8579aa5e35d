/** One log line. */
export interface Line {
  readonly labels: Readonly<Record<string, string>>
  /** Milliseconds since 1970. */
  readonly at: number
  readonly text: string
}
