import { runConfigured } from '../configured.ts'
import { Inputs, outputs } from './inputs.ts'

const definition = {
  title: 'Tick',
  inputs: Inputs,
  outputs,
  changes: true,
  anyProduct: true,
} as const

await runConfigured(definition, () => import('./run.ts'))
