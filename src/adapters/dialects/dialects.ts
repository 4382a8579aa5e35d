import type { Printed } from '../samples/answer.ts'
import { kayenta } from './kayenta.ts'
import { keptn } from './keptn.ts'

/** How other judges decide, by name: their configuration and their samples in, their verdict out. For the command line alone, never for a gate. */
export const DIALECTS: Readonly<Record<string, (config: string, input: string) => Printed>> = {
  kayenta,
  keptn,
}
