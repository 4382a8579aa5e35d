/** `npm run bench -- <name>`: a table that sets the suite beside others. It asserts nothing about time. */
import { resolve } from 'node:path'
import { actions } from '../bench/actions/index.ts'
import { ledger } from '../bench/ledger/index.ts'
import { provenance } from './figures/machine.ts'

const BENCHES = { actions, ledger } as const
const isBench = (name: string): name is keyof typeof BENCHES => Object.hasOwn(BENCHES, name)

const [name = ''] = process.argv.slice(2)
if (isBench(name)) {
  const lines = await BENCHES[name]((line) => console.error(line))
  console.log([...(await provenance(resolve(import.meta.dirname, '..'))), ...lines].join('\n'))
} else {
  console.error(`name a bench: npm run bench -- ${Object.keys(BENCHES).join('|')}`)
  process.exitCode = 1
}
