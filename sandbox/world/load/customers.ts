/** One order of the load. */
export interface Order {
  readonly customer: string
  readonly body: string
}

/** An endless row of orders; the same seed gives the same row. */
export function orders(seed: number, customers: number): () => Order {
  const random = mulberry32(seed)
  const below = (n: number) => Math.floor(random() * n)
  return () => {
    const items = Array.from({ length: 1 + below(3) }, () => ({
      sku: `sku-${below(50)}`,
      quantity: 1 + below(4),
      unitPriceCents: 100 + below(5000),
    }))
    return { customer: `customer-${below(customers)}`, body: JSON.stringify({ items }) }
  }
}

/** Tommy Ettinger's generator of 32 bits of state: small, and the same everywhere. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
