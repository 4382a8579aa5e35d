/** Counts answers by backend and status code. */
export interface Tally {
  add(backend: string, code: number): void
  /** All answers of one backend. */
  of(backend: string): number
  /** Prometheus' text format. */
  text(): string
}

export function tally(): Tally {
  const counts = new Map<string, Map<number, number>>()
  return {
    add(backend, code) {
      const codes = counts.get(backend) ?? new Map<number, number>()
      counts.set(backend, codes.set(code, (codes.get(code) ?? 0) + 1))
    },
    of: (backend) => [...(counts.get(backend)?.values() ?? [])].reduce((a, b) => a + b, 0),
    text: () =>
      ['# TYPE router_requests_total counter', ...lines(counts)].map((l) => `${l}\n`).join(''),
  }
}

function lines(counts: ReadonlyMap<string, ReadonlyMap<number, number>>): string[] {
  return [...counts].flatMap(([backend, codes]) =>
    [...codes].map(
      ([code, n]) => `router_requests_total{backend="${backend}",code="${code}"} ${n}`,
    ),
  )
}
