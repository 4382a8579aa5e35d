import { legLabel, matrixLegs } from '../flatten/matrix.ts'
import { asMap } from '../yaml.ts'
import { input, output } from './runner-io.ts'

/** Computes the legs of a matrix that is known only in the run, for the places that the flat file has for them. */
export function run(): void {
  const slots = Number(input('slots'))
  const legs = matrixLegs(asMap(JSON.parse(input('matrix'))))
  if (legs.length === 0) throw new Error('matrix vector does not contain any values')
  if (legs.length > slots)
    throw new Error(`the matrix has ${legs.length} legs, the sandbox has places for ${slots}`)
  output('count', String(legs.length))
  for (const [index, leg] of legs.entries()) {
    output(`leg_${index}`, JSON.stringify(leg))
    output(`label_${index}`, legLabel(leg))
  }
}
