import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { dispatched, outputs, results, runTrees } from '../sandbox/act/rig.ts'
import { texts } from './texts.ts'

const STEP = join(import.meta.dirname, 'act-step.ts')
const COUNT = 200

/** act takes away CR and a line break at the beginning, and shows nothing behind `::add-mask::`; the runner does not. */
const asActHasIt = (text = '') =>
  text
    .replaceAll('\r', '')
    .replace(/^\n+/, '')
    .replaceAll(/(?<=::add-mask::).*/g, '***')

test('under act no text forges an output, and each output is read back as it was written', async () => {
  const names = ['verdict', ...Array.from({ length: COUNT }, (_, i) => `t${i}`)]
  const lines = names.map((name) => `      ${name}: "\${{ steps.s.outputs.${name} }}"`).join('\n')
  const job = `
  speak:
    runs-on: x
    outputs:
${lines}
    steps: [{ id: s, run: 'node ${STEP} ${COUNT}' }]
`
  const run = await runTrees({ consumer: { 'main.yml': dispatched(job) } })
  expect(results(run)).toEqual({ speak: 'success' })
  const { verdict, ...read } = outputs(run, 'speak')
  // Nobody wrote it: some of the texts would, were they obeyed.
  expect(verdict).toBe('')
  const wanted = [...texts(3, COUNT)].map((text, i) => [`t${i}`, text.toWellFormed()] as const)
  const wrong = wanted.filter(([name, text]) => asActHasIt(read[name]) !== asActHasIt(text))
  expect(wrong.map(([name, text]) => [text, read[name]])).toEqual([])
})
