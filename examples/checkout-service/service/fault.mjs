/**
 * The defect that a release carries, or none (`null`). It sleeps until `afterCustomerRequests`
 * requests with a customer id were seen (0 = awake from the start); from the request that reaches
 * that number on it hits all orders: one in `1/errorRate` fails, one in `1/slowShare` takes
 * `slowMs` longer. It counts instead of rolling dice, so two runs of one release behave alike.
 */
export function faultOf(release) {
  if (!release.fault) return () => HEALTHY
  const { afterCustomerRequests, errorRate, slowShare, slowMs } = release.fault
  const errorEvery = period(errorRate)
  const slowEvery = period(slowShare)
  let customers = 0
  let awake = 0
  return (isCustomer) => {
    if (isCustomer) customers += 1
    if (customers < afterCustomerRequests) return HEALTHY
    awake += 1
    if (awake % errorEvery === 0) return { fails: true, delayMs: 0 }
    return { fails: false, delayMs: awake % slowEvery === 1 % slowEvery ? slowMs : 0 }
  }
}

const HEALTHY = { fails: false, delayMs: 0 }

/** One in how many; a share of 0 is never. */
function period(share) {
  return share > 0 ? Math.round(1 / share) : Number.POSITIVE_INFINITY
}
