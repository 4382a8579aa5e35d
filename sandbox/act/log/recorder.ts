import { appendFileSync, closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { Mask } from '../mask.ts'
import type { Annotation, RunEvent, Summary } from '../outcome.ts'
import { type ActLine, readActLine } from './act-line.ts'
import { readCommand } from './command.ts'
import { type JobDirectory, JobRecord } from './job-record.ts'
import { lostLines } from './lost-lines.ts'

const shownLevels = new Set(['error', 'warning', 'notice'])

/** Reads act's output while it comes: keeps what people need of it, masked, and tells a live view. */
export class Recorder {
  readonly jobs = new Map<string, JobRecord>()
  readonly summaries: Summary[] = []
  readonly annotations: Annotation[] = []
  /** Errors of act itself. */
  readonly errors: string[] = []
  readonly #mask: Mask
  readonly #directory: JobDirectory
  readonly #emit: (event: RunEvent) => void
  readonly #log: number
  readonly #copies: string
  /** Lines that act seemed to have lost and may still report, by job. */
  readonly #recovered = new Map<string, string[]>()
  readonly #lastSummaries = new Map<string, { text: string; depth: number }>()

  /** `copies` is the folder where the processes of a job leave a copy of what they write, in a file of its flat id. */
  constructor(
    files: { readonly log: string; readonly copies: string },
    mask: Mask,
    directory: JobDirectory,
    emit: (event: RunEvent) => void,
  ) {
    this.#log = openSync(files.log, 'a', 0o600)
    this.#copies = files.copies
    this.#mask = mask
    this.#directory = directory
    this.#emit = emit
  }

  /** A line of act's standard output. */
  output(text: string, at: number): void {
    const line = readActLine(text)
    if (!line) return
    if (line.command === 'add-mask' && line.arg) this.#mask.add(line.arg)
    if (line.level !== 'debug' || line.jobResult !== undefined) this.#keep(line)
    if (line.jobID !== undefined) this.#record(this.#job(line), line, at)
  }

  /** A line of act's standard error. */
  error(text: string): void {
    if (!/^(Error:|fatal error:|panic:)/.test(text)) return
    const masked = this.#mask.text(text.trim())
    this.errors.push(masked)
    this.#keep({ level: 'error', msg: masked })
  }

  /** Ends the log file. */
  close(): void {
    closeSync(this.#log)
  }

  #keep(line: Partial<ActLine>): void {
    appendFileSync(this.#log, `${JSON.stringify(this.#mask.value(line))}\n`)
  }

  #job(line: ActLine): JobRecord {
    const { key, ...naming } = this.#directory.describe(line)
    const known = this.jobs.get(key)
    if (known) return known
    const record = new JobRecord(key, naming)
    this.jobs.set(key, record)
    return record
  }

  #record(job: JobRecord, line: ActLine, at: number): void {
    if (this.#isRepeated(job, line)) return
    for (const event of job.read(line, at, (text) => this.#mask.text(text))) {
      if (!job.internal) this.#emit(event)
    }
    if (line.command === 'summary') this.#summary(job, line)
    else if (line.raw !== undefined) this.#annotate(job, line.raw)
    if (line.jobResult === 'failure') this.#recover(job, at)
  }

  /** act may report lines of a job after its result: those that were recovered by then are known. */
  #isRepeated(job: JobRecord, { raw_output: isOutput, raw, msg }: ActLine): boolean {
    const known = this.#recovered.get(job.key) ?? []
    const isWritten = isOutput === true || raw !== undefined
    const text = isWritten ? (raw ?? msg).replace(/\r?\n$/, '') : undefined
    const index = text === undefined ? -1 : known.indexOf(text)
    if (index === -1) return false
    known.splice(index, 1)
    return true
  }

  /** Adds what act lost of a failed job: the last lines of the step that failed. */
  #recover(job: JobRecord, at: number): void {
    const step = job.steps.findLast(({ outcome }) => outcome === 'failure')?.id ?? ''
    const lost = lostLines(join(this.#copies, job.key), job.received)
    this.#recovered.set(job.key, [...lost])
    for (const text of lost) {
      this.#keep({ jobID: job.key, stepID: [step], msg: text, raw_output: true })
      this.#emit(job.output(step, text, at, (line) => this.#mask.text(line)))
      this.#annotate(job, text)
    }
  }

  /** act reports the summary of the last step of a composite action once more for the outer step. */
  #summary(job: JobRecord, line: ActLine): void {
    const markdown = this.#mask.text(line.content ?? '')
    const [outer = '', ...inner] = line.stepID ?? []
    const text = [line.stage, outer, markdown].join('\n')
    const before = this.#lastSummaries.get(job.key)
    this.#lastSummaries.set(job.key, { text, depth: inner.length })
    if (before?.text === text && inner.length < before.depth) return
    this.summaries.push({ job: job.path, step: outer, markdown })
  }

  #annotate(job: JobRecord, raw: string): void {
    const command = readCommand(raw)
    if (!command || !shownLevels.has(command.name)) return
    const title = command.properties.title
    this.annotations.push({
      level: command.name as Annotation['level'],
      ...(title === undefined ? {} : { title: this.#mask.text(title) }),
      message: this.#mask.text(command.message),
      job: job.path,
    })
  }
}
