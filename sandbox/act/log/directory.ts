import type { Plan, PlannedJob } from '../flatten/plan.ts'
import { asMap, asText } from '../yaml.ts'
import type { ActLine } from './act-line.ts'
import type { JobDirectory, JobNaming } from './job-record.ts'

/** The jobs of a flat file by their ids. */
export function flatDirectory(plan: Plan, workflowName: string): JobDirectory {
  const jobs = new Map(plan.planned.map((job) => [job.id, job] as const))
  return {
    describe(line) {
      const key = line.jobID ?? ''
      const job = jobs.get(key)
      return job ? { key, ...naming(plan, job, shownName(line, workflowName)) } : loose(key, key)
    },
  }
}

function naming(plan: Plan, job: PlannedJob, name: string): JobNaming {
  const outputs = Object.entries(asMap(plan.jobs[job.id]?.outputs)).map(([output, value]) => {
    const inner = asText(value)
      .replace(/^\$\{\{ /, '')
      .replace(/ \}\}$/, '')
    return [`format('{0}', ${inner})`, output] as const
  })
  return {
    path: job.path,
    name,
    internal: job.internal,
    slot: job.rules.slotOf !== undefined,
    stepNames: new Map(job.steps.map((step) => [step.id, step.name] as const)),
    outputs,
  }
}

function shownName(line: ActLine, workflowName: string): string {
  return (line.job ?? '').trim().replace(`${workflowName}/`, '')
}

/** The jobs of files that act runs as they are: it names one calling job at most. */
export function calledDirectory(): JobDirectory {
  return {
    describe(line) {
      const parts = (line.job ?? '').trim().split('/')
      const caller = parts.length > 2 ? `${parts[0]} / ` : ''
      const path = `${caller}${line.jobID ?? ''}`
      return loose(path, `${caller}${parts.at(-1) ?? ''}`)
    },
  }
}

function loose(key: string, name: string): JobNaming & { key: string } {
  return {
    key,
    path: key,
    name,
    internal: false,
    slot: false,
    stepNames: new Map(),
    outputs: [],
  }
}
