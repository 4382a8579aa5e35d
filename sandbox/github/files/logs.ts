import type { RunAttempt, RunJob, RunStep } from '../runs/run.ts'
import { type ZipEntry, zip } from './zip.ts'

/** The log of one job as GitHub keeps it: a line each, the time before it. */
export function jobLog(job: RunJob): Uint8Array {
  return Buffer.from(job.steps.map(stepLog).join(''))
}

/** The logs of an attempt: a file for each job, and a folder for it with a file for each step. */
export function runLog(attempt: RunAttempt): Uint8Array {
  const entries = attempt.jobs.flatMap((job, index): ZipEntry[] => [
    { name: `${index}_${fileName(job.name)}.txt`, bytes: jobLog(job) },
    ...job.steps.map((step) => ({
      name: `${fileName(job.name)}/${step.number}_${fileName(step.name)}.txt`,
      bytes: Buffer.from(stepLog(step)),
    })),
  ])
  return zip(entries)
}

function stepLog({ lines }: RunStep) {
  return lines.map(({ at, text }) => `${at.replace('Z', '.0000000Z')} ${text}\n`).join('')
}

/** GitHub leaves out what file systems do not take. */
function fileName(name: string) {
  return name.replace(/[:/\\"*?<>|]/g, '').trim()
}
