import { runConfigured } from '../configured.ts'
import { Inputs, outputs } from './inputs.ts'

const definition = { title: 'Rollback', inputs: Inputs, outputs }

await runConfigured(definition, () => import('./run.ts'))
