/** Which slot a smoke test addresses. */
export type TargetKind = 'version' | 'idle-slot' | 'serving' | 'none'

/** One slot as it is now. */
export interface SlotState {
  readonly slot: string
  /** Percent of the traffic. */
  readonly weight: number
  /** Version that answers there; undefined when nothing does. */
  readonly version: string | undefined
}

/**
 * The slot that a test of `version` addresses: for `version` the one that runs it, else an idle one; for `serving` one
 * with weight; for `idle-slot` the one without weight or, while a rollout gives weight to both, the one that runs the
 * version. Undefined when no slot fits.
 */
export function chooseSlot(
  kind: Exclude<TargetKind, 'none'>,
  version: string,
  slots: readonly SlotState[],
): SlotState | undefined {
  const running = slots.filter((s) => s.version === version)
  const heaviest = slots.toSorted((a, b) => b.weight - a.weight)[0]
  const idle = slots.find((s) => s.weight === 0)
  if (kind === 'version') return running[0] ?? idle
  if (kind === 'serving') return running.find((s) => s.weight > 0) ?? heaviest
  return idle ?? running[0]
}
