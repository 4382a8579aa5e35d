import type * as z from 'zod'
import { BY_INPUT, SENTRY_RELEASE, VERSION, WEIGHTS } from '../judging/world-evidence.ts'
import { COMPARISON } from '../rollout/compared-stage.ts'

/** What else is judged beside the objectives. */
const TAKEN: readonly string[] = [VERSION, WEIGHTS, SENTRY_RELEASE, COMPARISON]

interface Named {
  readonly objectives: 'none' | readonly { readonly name: string }[]
}

/** Evidence is told apart by its name: one objective would be held by what another says of its breach. */
export function objectiveNames({ objectives }: Named, check: z.core.$RefinementCtx): void {
  if (objectives === 'none') return
  const names = objectives.map(({ name }) => name)
  for (const [index, name] of names.entries()) {
    const path = ['objectives', index, 'name']
    if (TAKEN.includes(name) || name.endsWith(BY_INPUT))
      check.addIssue({
        code: 'custom',
        path,
        message: 'is what the suite calls evidence of its own',
      })
    else if (names.indexOf(name) !== index)
      check.addIssue({ code: 'custom', path, message: 'is the name of another objective' })
  }
}
