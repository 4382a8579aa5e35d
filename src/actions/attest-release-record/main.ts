import { runConfigured } from '../configured.ts'
import { Inputs, outputs } from './inputs.ts'

const definition = { title: 'Attestation', inputs: Inputs, outputs, changes: true } as const

await runConfigured(definition, () => import('./run.ts'))
