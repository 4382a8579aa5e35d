/** Which test changes the world and sees another result, for each action and for each job of the workflows (DESIGN §11). */
import type { Proof } from '../docs/acceptance.ts'
import { textOf } from '../files.ts'

/** A test by its exact title, or why there can be none. */
export interface WorldChange extends Proof {
  readonly none?: string
}

type Changes = Readonly<Record<string, WorldChange>>

/** The hand-kept table; jobs by workflow and id. */
export interface WorldChanges {
  readonly actions: Changes
  readonly jobs: Readonly<Record<string, Changes>>
}

export const WORLD_CHANGES = 'test/data/world-changes.json'

/** The table as a list, by `plan` or `release-rollback/validate-rollback`; undefined where a tree has none. */
export function worldChanges(root: string): [string, WorldChange][] | undefined {
  const text = textOf(root, WORLD_CHANGES)
  if (text === undefined) return undefined
  const { actions, jobs } = JSON.parse(text) as WorldChanges
  return [
    ...Object.entries(actions),
    ...Object.entries(jobs).flatMap(([workflow, changes]) =>
      Object.entries(changes).map(([id, change]): [string, WorldChange] => [
        `${workflow}/${id}`,
        change,
      ]),
    ),
  ]
}
