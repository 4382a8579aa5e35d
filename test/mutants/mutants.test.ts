import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { allDown, allMutants, describe, judge } from './campaign.ts'
import type { Mutant } from './mutant.ts'
import { type Recording, record } from './recorded.ts'
import { campaign, figures } from './tally.ts'

// The sandbox is started and asked once; a busy machine takes its time.
jest.setTimeout(180_000)

let recording: Recording
beforeAll(async () => {
  recording = await record()
})
afterAll(async () => recording?.[Symbol.asyncDispose]())

const SHARES = {
  'observability-gate': 700,
  'verify-pypi, JSON': 300,
  'verify-pypi, HTML': 160,
  'perf-regression compare': 40,
  'perf-regression prepare': 160,
  'smoke-test': 500,
  'plan, after a freeze': 60,
  plan: 20,
  'plan, resumed': 60,
}

test('[C-40] two thousand changed answers: none that matters passes, and no reason speaks of the code', async () => {
  const tally = await campaign(recording.recorded, SHARES, 1)
  process.stdout.write(`${figures(tally)}\n`)
  expect(tally.wrong).toEqual([])
  expect([...tally.actions.values()].reduce((sum, n) => sum + n, 0)).toBe(2000)
})

/** The mutants of these kinds of answers of the gate, the package index and the smoke test that do not come out well. */
async function wrongOf(isMeant: (mutant: Mutant) => boolean): Promise<string[]> {
  const runs = recording.recorded.filter(({ action }) => action !== 'plan')
  const meant = runs.flatMap(allMutants).filter(isMeant)
  expect(meant.length).toBeGreaterThan(5)
  const wrong: string[] = []
  for (const mutant of meant) {
    const judged = await judge(mutant)
    const passes = judged.equivalent !== undefined ? 'passes' : undefined
    const why = judged.wrong ?? passes
    if (why !== undefined) wrong.push(`${describe(mutant)} => ${why}`)
  }
  return wrong
}

test('[C-37] a page instead of an answer is none, for every answer of every action that only reads', async () => {
  const redirected = (m: Mutant) => m.kind === 'a page' || m.kind === 'a page that says so'
  expect(await wrongOf(redirected)).toEqual([])
})

test('[C-42] what was accepted, is a part, or is empty is no answer', async () => {
  expect(await wrongOf(({ kind }) => /^2\d\d /.test(kind))).toEqual([])
})

test('a ledger from whose folders a line is left out, a freeze among them, stops a plan', async () => {
  const plans = recording.recorded.filter(({ name }) => /^plan, (?:after|resumed)/.test(name))
  const cut = plans
    .flatMap(allMutants)
    .filter(({ field, kind }) => /\.entries(?:\.\*)?$/.test(field) && kind === 'missing')
  const reasons = await Promise.all(cut.map(reasonOf))
  expect(reasons.length).toBeGreaterThan(8)
  for (const reason of reasons)
    expect(reason).toMatch(/^GitHub listed other files of the ledger in/)
})

test('a chain that one answer says is missing is not begun anew', async () => {
  const plans = recording.recorded.filter(({ name }) => /^plan, (?:after|resumed)/.test(name))
  const lost = plans
    .flatMap(allMutants)
    .filter(({ answer, field }) => answer === 'ledger folders' && field === 'data.repository.f0')
    .filter((mutant) => chainIn(mutant) === null)
  expect(lost.length).toBeGreaterThan(1)
  for (const reason of await Promise.all(lost.map(reasonOf)))
    expect(reason).toMatch(/^GitHub both lists the ledger's \S+ and says it is missing$/)
})

const chainIn = (mutant: Mutant) => {
  const reply = mutant.reply()
  return 'body' in reply && /"f0":null\}\}\}$/.test(reply.body.toString()) ? null : undefined
}

test('absent, not let in and down are told apart, and none of them passes', async () => {
  const told: string[] = []
  for (const run of recording.recorded.filter(({ name }) => /gate|JSON|smoke/.test(name))) {
    const mutants = [...allMutants(run), ...allDown(run)]
    const ends = ['404 with an error', '401 with an error', '503 with a page']
    for (const { key } of mutants.filter(({ kind }) => kind === ends[0])) {
      const own = ends.map((end) => mutants.find((m) => m.key === key && m.kind === end))
      const reasons = await Promise.all(own.map((m) => (m === undefined ? '' : reasonOf(m))))
      if (new Set(reasons).size < ends.length) told.push(`${key}: ${reasons.join(' | ')}`)
    }
  }
  expect(told).toEqual([])
})

async function reasonOf(mutant: Mutant): Promise<string> {
  const { wrong, equivalent, reason } = await judge(mutant)
  return wrong ?? (equivalent === undefined ? reason : 'passes')
}
