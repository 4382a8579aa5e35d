/** All that `canary-promote` can be asked for. */
export const OPERATIONS = [
  'advance',
  'roll-back',
  'withdraw',
  'pause',
  'resume',
  'approve',
  'accept',
  'skip',
  'checkpoint',
  'notice',
  'backup',
  'override',
] as const
export type OperationName = (typeof OPERATIONS)[number]
