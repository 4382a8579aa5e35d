/** `npm run bench -- <name>`: a table that sets the suite beside others. It asserts nothing about time. */
import { resolve } from 'node:path'
import { actions } from '../bench/actions/index.ts'
import { judge } from '../bench/judge/index.ts'
import { ledger } from '../bench/ledger/index.ts'
import { provenance } from './figures/machine.ts'

const BENCHES = { actions, judge, ledger } as const
const isBench = (name: string): name is keyof typeof BENCHES => Object.hasOwn(BENCHES, name)

const [name = '', ...args] = process.argv.slice(2)
try {
  if (!isBench(name))
    throw new Error(`name a bench: npm run bench -- ${Object.keys(BENCHES).join('|')}`)
  const lines = await BENCHES[name]((line) => console.error(line), args)
  console.log([...(await provenance(resolve(import.meta.dirname, '..'))), ...lines].join('\n'))
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
