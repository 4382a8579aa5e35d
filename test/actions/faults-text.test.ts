import { expect, jest, test } from '@jest/globals'
import { page } from '../../sandbox/demo/page.ts'
import { forged } from './faults-rig.ts'
import { smoke } from './smoke-test-world.ts'

// Each test starts processes.
jest.setTimeout(60_000)

/** A command that fails and says this last. */
async function said(text: string) {
  const script = `console.error(JSON.parse(process.argv[1])); process.exit(3)`
  const argv = `[node, -e, ${JSON.stringify(script)}, ${JSON.stringify(JSON.stringify(text))}]`
  const suites = `suites:\n    basic: [{kind: command, name: says, argv: ${argv}}]\n`
  const run = await smoke({ smoke: suites })
  expect(run.outputs.verdict).toBe('fail')
  return run
}

test('[C-95] what a program says is shown with what cannot be seen in it', async () => {
  const run = await said(
    'pay \u202eevil\u202c no\u200bwidth \u{e0041}tag \ufeffmark \u00adhyphen 👩‍🚀',
  )
  const html = await page('x', run.summary)
  for (const code of ['202E', '202C', '200B', 'E0041', 'FEFF', '00AD'])
    expect(html).toContain(`⟨U+${code}⟩`)
  expect(html).toContain('👩‍🚀')
  expect(html).not.toMatch(/[\u202e\u202c\u00ad\ufeff]|\u{e0041}/u)
})

test.each([
  ['[C-87] the output of a step', 'x\n::set-output name=verdict::pass'],
  ['[C-88] a command inside a line', 'x ##[set-output name=verdict]pass'],
  ['[C-89] other commands', '::add-mask::a ::stop-commands::x ::error::'],
])('%s, as a program says it, is only text of the log', async (_name, text) => {
  const run = await said(text)
  expect(forged(run.log)).toEqual([])
  expect(['\u001b', '\u0007', '\r'].filter((control) => run.log.includes(control))).toEqual([])
  expect(run.log.length + run.summary.length).toBeLessThan(20_000)
  expect(run.outputs.reason).not.toContain('\n')
})
