import type { Outcome } from './scenario.ts'

const HEAD = ['scenarios', 'whole at first', 'whole at last', 'doubles', 'false successes']

/** Outcomes as a table for people: one line for each way to go wrong. */
export function tableOf(name: string, outcomes: readonly Outcome[]): string {
  const kinds = [...new Set(outcomes.map(kindOf))]
  const lines = kinds.map((kind) =>
    lineOf(
      `${name} | ${kind}`,
      outcomes.filter((one) => kindOf(one) === kind),
    ),
  )
  return [['drill | fault', ...HEAD].join(' | '), ...lines, lineOf(`${name} | all`, outcomes)]
    .map((line) => `| ${line} |\n`)
    .join('')
}

const kindOf = ({ strike, mode }: Outcome) => `${strike}, ${mode}`

function lineOf(title: string, own: readonly Outcome[]): string {
  const sum = (count: (one: Outcome) => number) => own.reduce((all, one) => all + count(one), 0)
  const cells = [
    own.length,
    sum(({ atFirst }) => Number(atFirst)),
    sum(({ atLast }) => Number(atLast)),
    sum(({ doubles }) => doubles),
    sum(({ falseSuccesses }) => falseSuccesses),
  ]
  return [title, ...cells].join(' | ')
}
