import { Failure } from '../../domain/failure.ts'

/** Where a version answers, past the router. */
export interface Slot {
  readonly name: string
  readonly url: string
}

/** Finds the slot a version runs in; undefined when it runs nowhere. @throws Failure */
export type FindSlot = (version: string) => Promise<Slot | undefined>

/** A version that no slot answers with. */
export function nowhere(version: string): Failure {
  return new Failure('absent', `version ${version} runs in no slot`, 'Deploy it to a slot first')
}
