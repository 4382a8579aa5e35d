import { runAction } from '../../adapters/runner/action.ts'
import { Inputs, outputs } from './inputs.ts'

const definition = { title: 'Performance', inputs: Inputs, outputs }

await runAction(definition, async (inputs, runner) =>
  (await import('./run.ts')).run(inputs, runner),
)
