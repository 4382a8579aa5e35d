/** The defect of a release, as `service/release.json` of the example states it. */
export interface ServiceFault {
  /** Asleep until so many requests with a customer id were seen; 0 = awake from the start. */
  readonly afterCustomerRequests: number
  /** Share of orders that fail, 0..1. */
  readonly errorRate: number
  /** Share of orders that take `slowMs` longer, 0..1. */
  readonly slowShare: number
  readonly slowMs: number
}

/** One version of the demonstration's service. */
export interface ServiceVersion {
  readonly version: string
  readonly fault: ServiceFault | null
}

/** Fails one order in 20 and has a p95 of more than 400 ms, but only under real traffic. */
export const UNDER_TRAFFIC: ServiceFault = {
  afterCustomerRequests: 200,
  errorRate: 0.05,
  slowShare: 0.2,
  slowMs: 400,
}

/** The same defect, visible to the first request at weight 0. */
export const AT_ONCE: ServiceFault = { ...UNDER_TRAFFIC, afterCustomerRequests: 0 }

/** Baseline, healthy, faulty, and the one that tries to go out while frozen. */
export const VERSIONS: readonly ServiceVersion[] = [
  { version: '1.0.0', fault: null },
  { version: '1.1.0', fault: null },
  { version: '1.2.0', fault: UNDER_TRAFFIC },
  { version: '1.2.1', fault: null },
]
