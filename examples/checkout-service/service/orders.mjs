import { closeSync, fstatSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** The order database: one line of JSON an order, appended to `orders.jsonl` in `directory`. */
export function openOrders(directory) {
  const file = openSync(join(directory, 'orders.jsonl'), 'a')
  let count = 0
  return {
    /** Stores the order and returns its id, unique in this process. */
    add(order) {
      count += 1
      const orderId = `${process.pid.toString(36)}-${count}`
      writeSync(file, `${JSON.stringify({ orderId, ...order })}\n`)
      return orderId
    },
    /** `ok`, or `lost` when somebody deleted the file under the running service. */
    check: () => (fstatSync(file).nlink > 0 ? 'ok' : 'lost'),
    close: () => closeSync(file),
  }
}
