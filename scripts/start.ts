/** `npm start`: three releases through the real pipeline, on the embedded sandbox. */
import { parseArgs } from 'node:util'
import { demo } from '../sandbox/demo/demo.ts'
import { SCENARIOS } from '../sandbox/demo/scenarios.ts'

const { values } = parseArgs({
  options: { scenario: { type: 'string' }, keep: { type: 'boolean', default: false } },
})
const names = SCENARIOS.map((s) => s.name)
const scenario = names.find((name) => name === values.scenario)
const tools = JSON.parse(process.env.RELEASE_ACTIONS_TOOLS ?? '{}') as { act?: string }

if (values.scenario !== undefined && scenario === undefined) {
  console.error(`--scenario: must be one of ${names.join(', ')}`)
  process.exitCode = 1
} else if (tools.act === undefined) {
  console.error('act is missing: start this with npm start')
  process.exitCode = 1
} else {
  const problems = await demo({
    ...(scenario === undefined ? {} : { scenario }),
    keep: values.keep,
    act: tools.act,
    print: (line) => console.log(line),
  })
  process.exitCode = problems === 0 ? 0 : 1
}
