import { styleText } from 'node:util'
import type { RunEvent } from '../act/index.ts'

const MARKS = { success: '✔', failure: '✘', skipped: '–', cancelled: '■', missing: '?' } as const
const COLOURS = {
  success: 'green',
  failure: 'red',
  skipped: 'gray',
  cancelled: 'yellow',
  missing: 'yellow',
} as const

/** Words that a step prints as its last line: verdict and reason. */
const VERDICT = /^(?:::error::[^:]+: )?(pass|fail|inconclusive): (.+)$/
const LOOK = /^stage (\S+) \| weight (\S+) % \| (\S+ of \S+) \| (.+) \| (\w+)$/

/**
 * Lines of the live view: one a job with its verdict, one a look of the rollout. Jobs that GitHub shows as skipped
 * inside a call are left out.
 */
export function timeline(print: (line: string) => void): (event: RunEvent) => void {
  const reasons = new Map<string, string>()
  const started = new Map<string, number>()
  const onOutput = ({ job, line }: Extract<RunEvent, { kind: 'output' }>) => {
    const look = LOOK.exec(line)
    if (look !== null) print(lookLine(look))
    const reason = VERDICT.exec(line)?.[2]
    if (reason !== undefined) reasons.set(job, reason)
  }
  const onEnd = (event: Extract<RunEvent, { kind: 'job-ended' }>) => {
    if (event.result === 'skipped' && depth(event.job) > 2) return
    print(jobLine(event.job, event.result, reasons.get(event.job) ?? '', took(event, started)))
  }
  return (event) => {
    if (event.kind === 'job-started') started.set(event.job, event.at)
    if (event.kind === 'output') onOutput(event)
    if (event.kind === 'job-ended') onEnd(event)
  }
}

const depth = (job: string) => job.split(' / ').length

function took(event: { job: string; at: number }, started: ReadonlyMap<string, number>): string {
  const from = started.get(event.job)
  return from === undefined ? '' : `${((event.at - from) / 1000).toFixed(1)} s`
}

function jobLine(job: string, result: keyof typeof MARKS, reason: string, time: string): string {
  const name = job.replace(/^release \/ /, '').padEnd(56)
  const mark = styleText(COLOURS[result], MARKS[result])
  const words = reason.replaceAll('%25', '%').replace(/^Release: |^Rollout: /, '')
  return `  ${mark} ${name} ${time.padStart(6)}  ${styleText('gray', words.slice(0, 110))}`
}

function lookLine([, stage, weight, time, values, verdict]: RegExpExecArray): string {
  const full = Math.round(Number(weight) / 10)
  const bar = '▰'.repeat(full) + '▱'.repeat(10 - full)
  const colour = verdict === 'pass' ? 'green' : verdict === 'fail' ? 'red' : 'yellow'
  const share = `${weight} %`.padStart(5)
  const word = styleText(colour, verdict ?? '')
  return `      stage ${stage}  ${bar} ${share}  ${(time ?? '').padEnd(15)} ${values}  ${word}`
}
