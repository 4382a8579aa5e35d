import { Failure, failureLine } from '../domain/failure.ts'
import type { Evidence } from '../domain/judging/verdict.ts'
import { wellFormed } from '../domain/judging/well-formed.ts'
import { canonical } from '../domain/ledger/canonical.ts'
import type { Entry } from '../domain/ledger/entry.ts'
import type { NoticeEvent } from '../domain/report/notice.ts'
import type { Plan } from '../domain/rollout/plan.ts'
import { rolloutOf } from '../domain/rollout/state.ts'
import { toBeTold } from '../domain/rollout/weigh.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Ledger } from './ledger.ts'
import { type NoticePorts, withNotice } from './notify.ts'
import { keyOf } from './plan.ts'

/** Tells people what a look has found. Changes no verdict, and what cannot be told is a warning. */
export interface Alarm {
  /** Who was told what, for the summary. */
  readonly notes: readonly string[]
  /** Objectives that only notify: each is told once in a stage, whichever run looks. */
  look(stage: StageOfPlan, evidence: readonly Evidence[]): Promise<void>
  /** Somebody has to decide. */
  page(plan: Plan, reason: string): Promise<void>
}

/** Tells nobody. */
export const NO_ALARM: Alarm = {
  notes: [],
  look: async () => undefined,
  page: async () => undefined,
}

interface StageOfPlan {
  readonly plan: Plan
  /** Index of the stage. */
  readonly index: number
}

interface AlarmPorts {
  readonly ledger: Ledger
  readonly clock: Clock
  readonly log: Log
  readonly notices: NoticePorts
}

/** @param runUrl Page of the run that looks. */
export function alarmOf(runUrl: string, ports: AlarmPorts): Alarm {
  const notes: string[] = []
  const known = new Set<string>()
  const tell = async (event: NoticeEvent, plan: Plan, reason: string) => {
    const time = ports.clock.now().getTime()
    const notice = { event, release: keyOf(plan), reason, runUrl, issueUrl: undefined, time }
    const { summary } = await withNotice({}, notice, ports.notices)
    notes.push(...summary)
  }
  const look = async ({ plan, index }: StageOfPlan, evidence: readonly Evidence[]) => {
    const key = ({ name }: Evidence) => JSON.stringify([keyOf(plan), index, name])
    const found = toBeTold(evidence, plan).filter((e) => !known.has(key(e)))
    if (found.length === 0) return
    for (const e of found) known.add(key(e))
    const news = await recordNews(found, { plan, index }, ports)
    if (news.length > 0) await tell('breached', plan, news.map((e) => line(e, plan)).join('; '))
  }
  return { notes, look, page: (plan, reason) => tell('paged', plan, reason) }
}

function line({ name, answer, limit }: Evidence, { objectives }: Plan): string {
  const who = objectives.find((o) => o.name === name)?.who
  return `${who === undefined ? '' : `for ${who}: `}${name}: ${answer}, wanted ${limit}`
}

/** What no run has told in this stage; all of it where that cannot be recorded: twice is better than never. */
async function recordNews(
  found: readonly Evidence[],
  { plan, index }: StageOfPlan,
  { ledger, log }: AlarmPorts,
): Promise<readonly Evidence[]> {
  let news: readonly Evidence[] = []
  try {
    await ledger.append(keyOf(plan), (entries) => {
      news = newsOf(found, { plan, index }, entries)
      if (news.length === 0) return undefined
      const payload = { stage: index, evidence: news.map(wellFormed) }
      const planHash = rolloutOf(entries)?.planHash ?? null
      return { draft: { kind: 'alarm', payload }, planHash }
    })
    return news
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    log.warning(`the alarm is not recorded: ${failureLine(error)}`)
    return found
  }
}

function newsOf(
  found: readonly Evidence[],
  { plan, index }: StageOfPlan,
  entries: readonly Entry[],
): readonly Evidence[] {
  const now = rolloutOf(entries)
  // Another plan holds by now: what was seen is no business of it.
  if (now === undefined || canonical(now.plan) !== canonical(plan)) return []
  const told = entries
    .filter(({ seq }) => seq > now.planSeq)
    .flatMap((e) => (e.kind === 'alarm' && e.payload.stage === index ? e.payload.evidence : []))
  return found.filter(({ name }) => !told.some((e) => e.name === name))
}
