import { invalid } from '../refusal.ts'
import type { Annotation, CheckRun } from '../runs/check-run.ts'
import type { World } from '../world.ts'

/** What an App says about a check. */
export interface CheckInput {
  readonly name?: string
  readonly head_sha?: string
  readonly details_url?: string
  readonly external_id?: string
  readonly status?: string
  readonly conclusion?: string
  readonly started_at?: string
  readonly completed_at?: string
  readonly output?: {
    readonly title?: string
    readonly summary?: string
    readonly text?: string
    readonly annotations?: readonly {
      readonly path: string
      readonly start_line: number
      readonly end_line: number
      readonly annotation_level: Annotation['level']
      readonly message: string
      readonly title?: string
      readonly raw_details?: string
    }[]
  }
}

/** Notes what is said about a check. Refuses with 422 one that is completed without a conclusion. */
export function changeCheck(world: World, check: CheckRun, input: CheckInput): void {
  check.name = input.name ?? check.name
  check.detailsUrl = input.details_url ?? check.detailsUrl
  check.externalId = input.external_id ?? check.externalId
  check.startedAt = input.started_at ?? check.startedAt
  changeStatus(world, check, input)
  changeOutput(check, input.output)
}

/** A conclusion completes a check; nothing else does. */
function changeStatus(world: World, check: CheckRun, input: CheckInput) {
  const { status, conclusion, completed_at: completedAt } = input
  const isDone = status === 'completed' || completedAt !== undefined
  if (isDone && conclusion === undefined && check.conclusion === null) {
    invalid({ resource: 'CheckRun', code: 'missing_field', field: 'conclusion' })
  }
  check.status = conclusion === undefined ? (status ?? check.status) : 'completed'
  check.conclusion = conclusion ?? check.conclusion
  if (check.status === 'completed') check.completedAt = completedAt ?? world.now()
}

/** Texts replace the earlier ones, annotations are added to them. */
function changeOutput(check: CheckRun, output: CheckInput['output']) {
  if (output === undefined) return
  const { title = null, summary = null, text = null, annotations = [] } = output
  check.output = { title, summary, text }
  for (const each of annotations) {
    check.annotations.push({
      path: each.path,
      startLine: each.start_line,
      endLine: each.end_line,
      level: each.annotation_level,
      title: each.title ?? null,
      message: each.message,
      rawDetails: each.raw_details ?? null,
    })
  }
}
