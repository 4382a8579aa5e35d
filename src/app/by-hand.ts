import type { Verdict } from '../domain/judging/verdict.ts'
import type { OperationName } from '../domain/rollout/operations.ts'
import { consent } from './approve.ts'
import { checkpoint } from './checkpoint.ts'
import { pause } from './pause.ts'
import type { Said, SayPorts } from './say.ts'
import type { Hand } from './shift-traffic.ts'
import { override, tellOfBackup, tellOfNotice } from './tell-of.ts'

type Operation = (said: Said, hand: Hand, ports: SayPorts) => Promise<Verdict>

/** What a person only records, by its name: no traffic moves with it. */
export const RECORDED = {
  pause: ({ reason }, hand, ports) => pause(reason, hand, ports),
  approve: (said, hand, ports) => consent('approve', said, hand, ports),
  accept: (said, hand, ports) => consent('accept', said, hand, ports),
  checkpoint,
  notice: tellOfNotice,
  backup: tellOfBackup,
  override,
} as const satisfies Readonly<Record<string, Operation>>

/** Whether an operation only records something. */
export function isRecorded(name: OperationName): name is keyof typeof RECORDED {
  return name in RECORDED
}
