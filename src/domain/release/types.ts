import type { Strategy } from '../rollout/plan.ts'
import type { Bump } from './bump.ts'
import type { ReleaseType } from './type.ts'

/** A stage in the words of the config. */
interface TypeStage {
  readonly weight: string
  readonly bake: string
}

/** What a type of release may do, and what is asked of it. */
export interface TypeRule {
  readonly bump: Bump
  /** Those that it may be rolled out by. */
  readonly strategies: readonly [Strategy, ...Strategy[]]
  /** The one that it is rolled out by where nobody names one. */
  readonly strategy: Strategy
  /** Its own stages; a strategy without any has those of `strategies` in the config. */
  readonly stages: Readonly<Partial<Record<Strategy, readonly TypeStage[]>>>
  /** `declared-lock`: only while data is locked; `declared-window`: only in a window. Both are declared beforehand. */
  readonly downtime: 'none' | 'declared-lock' | 'declared-window'
  /** `recorded`: a person's word in the ledger; `signed`: with a signature. */
  readonly approval: 'recorded' | 'signed'
  /** How long before it people are told, where a downtime is declared. */
  readonly notice: string | undefined
  /** Whether a backup is proved before anything moves. */
  readonly backup: boolean
}

const stage = (weight: string, bake: string): TypeStage => ({ weight, bake })

/** The one table of release types: config, plan and docs/strategies.md are made from it. */
export const TYPES = {
  patch: {
    bump: 'patch',
    strategies: ['canary', 'rolling'],
    strategy: 'canary',
    stages: { canary: [stage('10%', '15m'), stage('100%', '15m')] },
    downtime: 'none',
    approval: 'recorded',
    notice: undefined,
    backup: false,
  },
  minor: {
    bump: 'minor',
    strategies: ['canary', 'blue-green'],
    strategy: 'canary',
    stages: { canary: [stage('10%', '15m'), stage('50%', '30m'), stage('100%', '15m')] },
    downtime: 'declared-lock',
    approval: 'recorded',
    notice: '24h',
    backup: false,
  },
  major: {
    bump: 'major',
    strategies: ['blue-green'],
    strategy: 'blue-green',
    // The green side takes the stages of a canary before it takes all.
    stages: {
      'blue-green': [
        stage('0%', '15m'),
        stage('10%', '15m'),
        stage('50%', '30m'),
        stage('100%', '15m'),
      ],
    },
    downtime: 'declared-window',
    approval: 'signed',
    notice: '24h',
    backup: false,
  },
  migration: {
    bump: 'any',
    strategies: ['stepwise'],
    strategy: 'stepwise',
    stages: {},
    downtime: 'none',
    approval: 'signed',
    notice: undefined,
    backup: true,
  },
} as const satisfies Readonly<Record<ReleaseType, TypeRule>>

/** The row of a type. */
export function ruleOf(type: ReleaseType): TypeRule {
  return TYPES[type]
}
