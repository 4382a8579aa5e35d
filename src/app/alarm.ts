import { Failure, failureLine } from '../domain/failure.ts'
import type { Evidence } from '../domain/judging/verdict.ts'
import { wellFormed } from '../domain/judging/well-formed.ts'
import { canonical } from '../domain/ledger/canonical.ts'
import type { Entry } from '../domain/ledger/entry.ts'
import type { NoticeEvent } from '../domain/report/notice.ts'
import type { Plan } from '../domain/rollout/plan.ts'
import { type Rollout, rolloutOf } from '../domain/rollout/state.ts'
import { toBeTold } from '../domain/rollout/weigh.ts'
import { keyOf } from './plan.ts'
import { type About, type TellPorts, tellOnce } from './tell-once.ts'

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

/** @param runUrl Page of the run that looks. */
export function alarmOf(runUrl: string, ports: TellPorts): Alarm {
  const notes: string[] = []
  const known = new Set<string>()
  const tell = async (event: NoticeEvent, plan: Plan, reason: string, entry: About['entry']) => {
    const time = ports.clock.now().getTime()
    const chain = keyOf(plan)
    const notice = { event, release: chain, reason, runUrl, issueUrl: undefined, time }
    const { summary } = await tellOnce({}, notice, { chain, entry }, ports)
    notes.push(...summary)
  }
  const look = async ({ plan, index }: StageOfPlan, evidence: readonly Evidence[]) => {
    const key = ({ name }: Evidence) => JSON.stringify([keyOf(plan), index, name])
    const found = toBeTold(evidence, plan).filter((e) => !known.has(key(e)))
    if (found.length === 0) return
    for (const e of found) known.add(key(e))
    for (const { evidence: news, seq } of await recorded(found, { plan, index }, ports))
      await tell('breached', plan, news.map((e) => line(e, plan)).join('; '), ofSeq(seq))
  }
  return { notes, look, page: (plan, reason) => tell('paged', plan, reason, lastPage) }
}

/** Somebody still has to decide: who was asked in vain, because the run died or nobody could be told, is asked again. */
export async function pageAgain(
  { plan, decideBy, result, reason }: Rollout,
  alarm: Pick<Alarm, 'page'>,
): Promise<void> {
  if (decideBy !== undefined && result === undefined) await alarm.page(plan, reason)
}

const ofSeq = (seq: number | undefined) => (entries: readonly Entry[]) =>
  entries.find((e) => e.seq === seq)

function lastPage(entries: readonly Entry[]): Entry | undefined {
  return entries.findLast((e) => e.kind === 'verdict' && e.payload.breach === 'page')
}

function line({ name, answer, limit }: Evidence, { objectives }: Plan): string {
  const who = objectives.find((o) => o.name === name)?.who
  return `${who === undefined ? '' : `for ${who}: `}${name}: ${answer}, wanted ${limit}`
}

/** Objectives that were found beyond their limits, as one entry has them. */
interface Found {
  readonly evidence: readonly Evidence[]
  /** Of the entry; undefined where it could not be written. */
  readonly seq: number | undefined
}

/** What is found in this stage, as the record has it; what no run has recorded is recorded now. */
async function recorded(
  found: readonly Evidence[],
  { plan, index }: StageOfPlan,
  { ledger, notices: { log } }: TellPorts,
): Promise<readonly Found[]> {
  try {
    const entries = await ledger.append(keyOf(plan), (chain) => {
      const alarms = alarmsOf(chain, { plan, index })
      const news = found.filter((e) => !alarms?.some((alarm) => names(alarm, e)))
      if (alarms === undefined || news.length === 0) return undefined
      const payload = { stage: index, evidence: news.map(wellFormed) }
      const planHash = rolloutOf(chain)?.planHash ?? null
      return { draft: { kind: 'alarm', payload }, planHash }
    })
    const alarms = alarmsOf(entries, { plan, index }) ?? []
    return alarms.filter((alarm) => found.some((e) => names(alarm, e)))
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    log.warning(`the alarm is not recorded: ${failureLine(error)}`)
    return [{ evidence: found, seq: undefined }]
  }
}

const names = ({ evidence }: Found, { name }: Evidence) => evidence.some((e) => e.name === name)

/** The alarms of a stage. Undefined where another plan holds by now: what was seen is no business of it. */
function alarmsOf(
  entries: readonly Entry[],
  { plan, index }: StageOfPlan,
): readonly Found[] | undefined {
  const now = rolloutOf(entries)
  if (now === undefined || canonical(now.plan) !== canonical(plan)) return undefined
  return entries.flatMap((e) => {
    const isOwn = e.kind === 'alarm' && e.seq > now.planSeq && e.payload.stage === index
    return isOwn ? [{ evidence: e.payload.evidence, seq: e.seq }] : []
  })
}
