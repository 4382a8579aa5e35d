import type { Config } from '../config/schema.ts'

/**
 * Whether a gate is enforced for a channel: the channels given by hand where there are any, else the config's word for
 * the channel; `stable` is enforced unless the config says otherwise.
 */
export function isEnforced(
  channel: string,
  channels: Config['channels'],
  byHand: readonly string[] | undefined,
): boolean {
  if (byHand !== undefined) return byHand.includes(channel)
  return channels[channel]?.['enforce-observability'] ?? channel === 'stable'
}
