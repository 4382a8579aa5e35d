import { expect, test } from '@jest/globals'
import { findSlots } from '../../src/app/rollback-target.ts'
import { Failure } from '../../src/domain/failure.ts'
import type { Traffic } from '../../src/ports/traffic.ts'

const HUNG = new Failure('timeout', 'the slot does not answer within 10 s')

/** Two slots at these weights; a failure is what asking the slot ends with. */
function router(
  weights: Readonly<Record<string, number>>,
  versions: Readonly<Record<string, string | Failure>>,
): Traffic {
  return {
    weights: async () => weights,
    shift: async () => undefined,
    versionIn: async (slot) => {
      const answer = versions[slot]
      if (answer instanceof Failure) throw answer
      return answer
    },
  }
}

test('a new version that hangs does not bar the way back to the old one', async () => {
  const traffic = router({ blue: 0, green: 100 }, { blue: '1.0.0', green: HUNG })
  expect(await findSlots('1.0.0', traffic)).toEqual({ stable: 'blue', candidate: 'green' })
})

test('an old version that cannot be asked is not taken for one that is absent', async () => {
  const traffic = router({ blue: 100, green: 0 }, { blue: HUNG, green: '1.1.0' })
  await expect(findSlots('1.0.0', traffic)).rejects.toBe(HUNG)
})
