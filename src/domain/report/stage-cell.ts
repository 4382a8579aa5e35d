import { audienceText } from '../rollout/audience.ts'
import type { PlannedStage } from '../rollout/plan.ts'
import { bar, inert, raw } from './markdown.ts'

/** The traffic of a stage for a table: a bar, the percent, and for whom. */
export function stageCell({ weight, audience }: PlannedStage): ReturnType<typeof raw> {
  const share = `${bar(weight / 100)} ${weight} %`
  return raw(audience === undefined ? share : `${share}, ${inert(audienceText(audience))}`)
}
