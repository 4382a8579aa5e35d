import { expect, jest, test } from '@jest/globals'
import { page } from '../../sandbox/demo/page.ts'
import type { Evidence } from '../../src/domain/judging/verdict.ts'
import { forged } from './faults-rig.ts'
import { runAction } from './run-action.ts'
import { serve } from './server.ts'
import { smoke } from './smoke-test-world.ts'
import { index, verify, wheel } from './verify-pypi-world.ts'

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

/** Files of the version with names as long as these, all with the same bytes. */
const many = (count: number, length = 220) =>
  Array.from({ length: count }, (_, i) => {
    const filename = `checkout_client-1.2.0-py3-none-${'_'.repeat(length)}${i}.whl`
    return { ...wheel, filename }
  })

test('[C-96] [C-97] what an index says at length is cut where it can be read, and the verdict is that of all of it', async () => {
  const limit = 1024 * 1024
  for (const [count, isCut] of [
    [100, false],
    [1000, true],
  ] as const) {
    const run = await verify(index([wheel, ...many(count)]))
    expect(run.outputs.verdict).toBe('fail')
    expect(Buffer.byteLength(run.summary) < limit).toBe(true)
    expect(run.summary.includes('**Cut here: GitHub takes no more.**')).toBe(isCut)
    if (isCut) expect(Buffer.byteLength(run.summary)).toBeGreaterThan(900_000)
    const evidence = JSON.parse(run.outputs.evidence ?? '') as readonly Evidence[]
    expect(run.outputs.evidence?.length).toBeLessThan(64 * 1024)
    // Two packages' worth of answers, the declared file and the others.
    const left = 3 + count + 1 - (evidence.length - 1)
    expect(evidence.at(-1)).toEqual({
      ...{ name: `and ${left} more`, verdict: 'pass', question: '', limit: '' },
      answer: 'cut here: an output takes no more, see the summary',
    })
    expect(evidence[1]?.answer.length).toBeLessThanOrEqual(2000)
    expect(evidence[1]?.answer).toMatch(/^undeclared .*…$/)
    const units = Object.values(run.outputs).reduce((sum, text) => sum + text.length * 2, 0)
    expect(units).toBeLessThan(200_000)
  }
})

/** An action is killed by the first request that reaches GitHub: what it printed, it printed before. */
async function printedBefore(token: string): Promise<string> {
  let kill: (signal: NodeJS.Signals) => void = () => {}
  await using github = await serve(() => kill('SIGKILL'))
  const { log } = await runAction('verify-assets', {
    ...{ github: github.url, inputs: { token, version_to_verify: '1.0.0' } },
    onStart: (end) => {
      kill = end
    },
  })
  expect(github.seen).toHaveLength(1)
  return log
}

/** The texts that a runner hides after these lines. */
const masked = (log: string) =>
  log
    .split('\n')
    .flatMap((line) => (line.startsWith('::add-mask::') ? [line.slice('::add-mask::'.length)] : []))
    .map((text) => text.replaceAll('%0A', '\n').replaceAll('%25', '%'))

test('[C-86] a secret is hidden in every spelling before it is used for the first time', async () => {
  const secret = 'pass"word\\with%all/of+it=1'
  const texts = masked(await printedBefore(secret))
  for (const wanted of [
    secret,
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('hex'),
    encodeURIComponent(secret),
  ])
    expect(texts).toContain(wanted)
  // Wherever in a longer text it stands.
  for (const before of ['', 'x', 'xx']) {
    const base64 = Buffer.from(`${before}${secret}`).toString('base64')
    expect(texts.some((text) => text.length > 20 && base64.includes(text))).toBe(true)
  }
  const short = masked(await printedBefore('abc'))
  expect(short).toContain('abc')
})

test('[C-86] a secret of several lines is none here: it is neither sent nor shown', async () => {
  await using github = await serve((_, response) => void response.end())
  const inputs = { token: 'first-line\nsecond-line', version_to_verify: '1.0.0' }
  const run = await runAction('verify-assets', { github: github.url, inputs })
  expect([run.exit, run.outputs.verdict, github.seen]).toEqual([1, 'inconclusive', []])
  expect(run.outputs.reason).toContain('input token: must be one line')
  expect(run.log + run.outputs.reason).not.toMatch(/first-line|second-line/)
})
