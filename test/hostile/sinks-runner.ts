/** Sinks that a runner reads: log, annotations, outputs, summary. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runnerLog } from '../../src/adapters/runner/log.ts'
import { writeOutput } from '../../src/adapters/runner/outputs.ts'
import { overall } from '../../src/domain/judging/verdict.ts'
import { withinSummary } from '../../src/domain/report/summary-limit.ts'
import { summaryPage } from '../../src/domain/report/verdict.ts'
import { references, rendered } from './rendered.ts'
import { commandsIn, decoded, outputsIn } from './runner.ts'

/** Feeds texts to one sink; each finding is a text that came through as more than text. */
export type Sink = (texts: readonly string[]) => Promise<readonly string[]>

const UNSEEN = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u

/** One line each, no command, nothing that moves a cursor. */
export const log: Sink = async (texts) =>
  texts.filter((text) => {
    const lines: string[] = []
    runnerLog((line) => lines.push(line)).info(text)
    const printed = lines.join('')
    return commandsIn(printed).length > 0 || !isOneLine(printed)
  })

/** Exactly our own command, whose data is one line without another one in it. */
export const annotation: Sink = async (texts) =>
  texts.filter((text) => {
    const lines: string[] = []
    const { warning, error } = runnerLog((line) => lines.push(line))
    warning(text)
    error(text)
    const printed = lines.join('')
    const commands = commandsIn(printed)
    const names = commands.map(({ name }) => name).join()
    const shown = commands.map(({ data }) => decoded(data))
    const safe = shown.every((line) => commandsIn(line).length === 0 && !UNSEEN.test(line))
    return names !== 'warning,error' || !safe || lines.some((line) => !isOneLine(line))
  })

const isOneLine = (printed: string) => printed.endsWith('\n') && !UNSEEN.test(printed.slice(0, -1))

/** The runner reads back the outputs that were written, in their order, and no other ones. */
export const output: Sink = async (texts) => {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
  const file = join(folder, 'output')
  writeFileSync(file, '')
  try {
    const env = { GITHUB_OUTPUT: file }
    for (const text of texts) {
      writeOutput('verdict', 'fail', env)
      writeOutput('reason', text, env)
    }
    const read = outputsIn(readFileSync(file, 'utf8'))
    const wanted = texts.flatMap((text) => [
      ['verdict', 'fail'],
      ['reason', text.toWellFormed()],
    ])
    return texts.filter((_, i) => {
      const [at, expected] = [read.slice(2 * i, 2 * i + 2), wanted.slice(2 * i, 2 * i + 2)]
      return JSON.stringify(at) !== JSON.stringify(expected)
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function summaryOf(text: string): string {
  const evidence = {
    name: text,
    verdict: 'fail',
    question: text,
    answer: text,
    limit: text,
  } as const
  return withinSummary(`${summaryPage(text, overall([evidence]), [])}\n`)
}

/** The page has the shape that it has with a harmless text. */
export const summary: Sink = async (texts) => {
  const { shape } = rendered(summaryOf('harmless'))
  return texts.filter((text) => {
    const page = rendered(summaryOf(text))
    return page.shape !== shape || references(page.words).length > 0
  })
}
