/**
 * `npm run sim -- --seeds N --from S` plays seeds, `npm run sim -- --seed n` one of them and prints what happened. What
 * fails is made smaller and kept. The last line says seeds, violations and seeds per second.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { keepSmallest } from './sim/keep.ts'
import { many, one } from './sim/play.ts'

const root = resolve(import.meta.dirname, '..')

/** @throws Error where it is no whole number. */
function whole(name: string, text: string): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number))
    throw new Error(`--${name} takes a whole number from 0 on, not ${JSON.stringify(text)}`)
  return number
}

async function sim(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '20000' },
      from: { type: 'string', default: '1' },
      seed: { type: 'string' },
    },
  })
  const { seed, seeds, from } = values
  const { failing, lines } =
    seed === undefined
      ? await many(root, whole('from', from), whole('seeds', seeds))
      : await one(whole('seed', seed))
  if (failing !== undefined) {
    process.exitCode = 1
    for (const line of await keepSmallest(root, failing)) console.log(line)
  }
  for (const line of lines) console.log(line)
}

try {
  await sim()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
