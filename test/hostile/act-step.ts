/** A step that says hostile texts everywhere a step can: printed, as annotations, and as outputs. */
import { runnerLog } from '../../src/adapters/runner/log.ts'
import { writeOutput } from '../../src/adapters/runner/outputs.ts'
import { texts } from './texts.ts'

const log = runnerLog((line) => process.stdout.write(line))
for (const [i, text] of [...texts(3, Number(process.argv[2]))].entries()) {
  log.info(text)
  log.warning(text)
  log.error(text)
  writeOutput(`t${i}`, text)
}
