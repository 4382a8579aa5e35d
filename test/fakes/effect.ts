import type { Entry } from '../../src/domain/ledger/entry.ts'
import type { Weights } from '../../src/ports/traffic.ts'

/** Where a write can go wrong. */
export type Resource = 'ledger' | 'router' | 'issues' | 'releases' | 'deployments'

/** What happened in the world, as the checkers see it. `process` is who did it. */
export type Effect =
  | {
      readonly kind: 'commit'
      readonly process: string
      /** Undefined where a commit held no entry. */
      readonly entry: Entry | undefined
      readonly path: string
      readonly text: string
      /** The branch before the commit. */
      readonly before: ReadonlyMap<string, string>
      readonly additions: readonly string[]
      readonly deletions: readonly string[]
    }
  | {
      readonly kind: 'shift'
      readonly process: string
      readonly from: Weights
      readonly to: Weights
    }
  /** A person has set other weights. */
  | { readonly kind: 'by-hand'; readonly process: string }
  | { readonly kind: 'created'; readonly process: string; readonly body: string }
  | { readonly kind: 'published'; readonly process: string; readonly tag: string }
  /** People see this state of a version's deployment. */
  | {
      readonly kind: 'shown'
      readonly process: string
      readonly version: string
      readonly state: string
    }
  /** A fresh look at something that others write. */
  | {
      readonly kind: 'read'
      readonly process: string
      readonly resource: Resource
      readonly what: string
    }
  | {
      readonly kind: 'reading'
      readonly process: string
      readonly objective: string
      readonly good: boolean
      /** The limit is broken. */
      readonly bad: boolean
    }
  /** A write is sent. */
  | { readonly kind: 'write'; readonly process: string; readonly resource: Resource }
  /** The writer cannot know whether it happened. */
  | { readonly kind: 'doubt'; readonly process: string; readonly resource: Resource }
  /** The caller of a process was given this plan. */
  | { readonly kind: 'given'; readonly process: string; readonly planHash: string }
  | { readonly kind: 'cancelled'; readonly process: string }
  /** It begins the next of its looks: what it owed from the one before is as with another process. */
  | { readonly kind: 'anew'; readonly process: string }
  /** It came to its end by itself, well or with a failure. */
  | { readonly kind: 'ended'; readonly process: string }
  /** A fault struck a call. */
  | { readonly kind: 'struck'; readonly process: string; readonly site: string }
