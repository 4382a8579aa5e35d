import type { Traffic as TrafficConfig } from '../../domain/config/traffic.ts'
import { Failure } from '../../domain/failure.ts'
import type { Traffic } from '../../ports/traffic.ts'
import type { FindSlot } from './prober.ts'

/** Looks for a version in the slots of the config, by asking each of them. */
export function findSlotBy(config: TrafficConfig | undefined, traffic: () => Traffic): FindSlot {
  return async (version) => {
    if (config === undefined)
      throw new Failure(
        'absent',
        'the prober needs the section traffic of the config',
        'Name the slots there',
      )
    for (const [name, { url }] of Object.entries(config.slots))
      if ((await traffic().versionIn(name)) === version) return { name, url }
    return undefined
  }
}
