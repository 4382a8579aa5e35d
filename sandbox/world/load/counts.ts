/** What the load has seen so far. */
export interface LoadCounts {
  /** Answers of any status. */
  readonly answers: number
  /** Answers with a status of 500 or more. */
  readonly failures: number
  /** Requests that got no answer. */
  readonly lost: number
  /** Answers per status code. */
  readonly byStatus: Readonly<Record<string, number>>
}

export const NO_LOAD: LoadCounts = { answers: 0, failures: 0, lost: 0, byStatus: {} }

/** The counts after one more answer. */
export function withAnswer(counts: LoadCounts, status: number): LoadCounts {
  const byStatus = { ...counts.byStatus, [status]: (counts.byStatus[status] ?? 0) + 1 }
  const failures = counts.failures + (status >= 500 ? 1 : 0)
  return { ...counts, answers: counts.answers + 1, failures, byStatus }
}
