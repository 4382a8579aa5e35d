import './jitless.ts'
import { appendFileSync } from 'node:fs'
import type * as z from 'zod'
import { Failure, lineOf } from '../../domain/failure.ts'
import { inconclusive, type Verdict } from '../../domain/judging/verdict.ts'
import { evidenceOutput } from '../../domain/report/evidence-output.ts'
import { reasonOutput } from '../../domain/report/reason-output.ts'
import { withinSummary } from '../../domain/report/summary-limit.ts'
import { summaryPage } from '../../domain/report/verdict.ts'
import type { Log } from '../../ports/log.ts'
import { cancellation, endSoon } from './cancellation.ts'
import { type RunContext, readContext } from './context.ts'
import { readInputs } from './inputs.ts'
import { maskCommands, runnerLog } from './log.ts'
import { settleNetwork } from './network-environment.ts'
import { writeOutput } from './outputs.ts'
import { type RunnerClock, systemClock } from './system-clock.ts'

/** Outputs that every action has. */
export const COMMON_OUTPUTS = ['verdict', 'reason', 'evidence'] as const

/** One action: its name for people, its inputs and the outputs it has beside the common ones. */
export interface Definition<S extends z.ZodRawShape, O extends string> {
  readonly title: string
  readonly inputs: z.ZodObject<S>
  readonly outputs: readonly O[]
}

/** What an action gets from the runner. */
export interface Runner {
  readonly context: RunContext
  readonly log: Log
  readonly clock: RunnerClock
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal
  /** From now on the runner hides this text, whatever its spelling. */
  mask(secret: string): void
}

export interface Report<O extends string> {
  readonly verdict: Verdict
  readonly outputs?: Partial<Record<O, string>>
  /** Markdown blocks between the reason and the evidence. */
  readonly summary?: readonly string[]
}

/**
 * Run one action: default outputs first, so that a killed process leaves `inconclusive`; then inputs, work, report.
 * Exit code 0 only for `pass`. A `Failure` becomes an inconclusive verdict of one line; anything else does too, with
 * its message, because a user can do nothing with our stack trace.
 */
export async function runAction<S extends z.ZodRawShape, O extends string>(
  definition: Definition<S, O>,
  work: (inputs: z.infer<z.ZodObject<S>>, runner: Runner) => Promise<Report<O>>,
): Promise<void> {
  const log = runnerLog(print)
  settleNetwork(log)
  try {
    writeOutputs(definition.outputs, { verdict: inconclusive('the action did not end') })
    const report = await attempt(definition, work, log)
    writeOutputs(definition.outputs, report)
    writeSummary(definition.title, report, log)
    if (report.verdict.verdict === 'pass') log.info(`pass: ${report.verdict.reason}`)
    else fail(log, `${definition.title}: ${report.verdict.verdict}: ${report.verdict.reason}`)
  } catch (error) {
    fail(log, `${definition.title}: the result could not be written: ${lineOf(error)}`)
  }
}

async function attempt<S extends z.ZodRawShape, O extends string>(
  definition: Definition<S, O>,
  work: (inputs: z.infer<z.ZodObject<S>>, runner: Runner) => Promise<Report<O>>,
  log: Log,
): Promise<Report<O>> {
  try {
    if (summaryFile() === '') throw noSummary()
    const inputs = readInputs(definition.inputs)
    const signal = cancellation(log)
    const context = readContext()
    const clock = systemClock(signal)
    const mask = (secret: string) => print(maskCommands(secret))
    const runner = { context, log, clock, signal, mask }
    return await work(inputs, runner).finally(() => endSoon(signal))
  } catch (error) {
    return { verdict: inconclusive(lineOf(error)) }
  }
}

function print(text: string): void {
  process.stdout.write(text)
}

function writeOutputs<O extends string>(names: readonly O[], report: Report<O>): void {
  const { verdict, reason, evidence } = report.verdict
  writeOutput('reason', reasonOutput(reason))
  writeOutput('evidence', evidenceOutput(evidence))
  for (const name of names) writeOutput(name, report.outputs?.[name] ?? '')
  // Last: where the disk is full before, no later step reads a pass of a step that failed.
  writeOutput('verdict', verdict)
}

const summaryFile = () => process.env.GITHUB_STEP_SUMMARY ?? ''

function noSummary(): Failure {
  return new Failure(
    'bad-environment',
    'environment variable GITHUB_STEP_SUMMARY is missing',
    'Run this as a step of a GitHub Actions job',
  )
}

/** A summary is for people: one that cannot be written costs a warning, not the verdict. */
function writeSummary(title: string, report: Report<string>, log: Log): void {
  const file = summaryFile()
  if (file === '') return
  const page = summaryPage(title, report.verdict, report.summary ?? [])
  try {
    appendFileSync(file, `${withinSummary(page)}\n`)
  } catch (error) {
    log.warning(`the summary could not be written: ${lineOf(error)}`)
  }
}

function fail(log: Log, line: string): void {
  log.error(line)
  process.exitCode = 1
}
