import { parse } from 'yaml'
import * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import { type Criterion, parseCriterion } from '../../domain/judging/dialects/keptn/criterion.ts'
import { evaluate, type Slo } from '../../domain/judging/dialects/keptn/evaluate.ts'
import { type Printed, printed } from '../samples/answer.ts'
import { checked, fitted } from '../samples/read.ts'

const Sets = z.array(z.object({ criteria: z.array(z.string()) })).nullish()
const Percent = z
  .union([z.string().regex(/^\d+(?:\.\d+)?%?$/, 'is no percentage'), z.number()])
  .transform((text) => Number.parseFloat(String(text)))

const Comparison = z.object({
  compare_with: z.string().default('single_result'),
  include_result_with_score: z.enum(['all', 'pass', 'pass_or_warn']).default('all'),
  number_of_comparison_results: z.number().int().min(1).default(3),
  aggregate_function: z.string().default('avg'),
})

const SloFile = z.object({
  comparison: Comparison.prefault({}),
  objectives: z.array(
    z.object({
      sli: z.string(),
      key_sli: z.boolean().default(false),
      weight: z.number().min(0).default(1),
      pass: Sets,
      warning: Sets,
    }),
  ),
  total_score: z.object({ pass: Percent, warning: Percent.nullish() }),
})

const Value = z.number().nullable()
const Input = z.strictObject({
  values: z.record(z.string(), Value),
  previous: z
    .array(
      z.strictObject({
        result: z.enum(['pass', 'warning', 'fail']),
        indicators: z.record(
          z.string(),
          z.strictObject({ value: Value, status: z.enum(['pass', 'warning', 'fail', 'info']) }),
        ),
      }),
    )
    .default([]),
})

/**
 * Judges by Keptn's SLO file.
 * @param config The file, YAML or JSON.
 * @param input Values and earlier evaluations, JSON.
 * @throws Failure `bad-input`
 */
export function keptn(config: string, input: string): Printed {
  const slo = sloOf(fitted(SloFile, yamlOf(config), 'SLO file'))
  const { values, previous } = checked(Input, input, 'SLI values')
  const { verdict, result, score, objectives } = evaluate(slo, values, previous)
  return { verdict, lines: printed({ dialect: 'keptn', verdict, result, score, objectives }) }
}

function yamlOf(text: string): unknown {
  try {
    return parse(text)
  } catch {
    throw new Failure('bad-input', 'SLO file: it is no YAML')
  }
}

function sloOf({ comparison, objectives, total_score }: z.infer<typeof SloFile>): Slo {
  const { compare_with, number_of_comparison_results } = comparison
  return {
    comparison: {
      include: comparison.include_result_with_score,
      results: compare_with === 'single_result' ? 1 : number_of_comparison_results,
      aggregate: comparison.aggregate_function,
    },
    objectives: objectives.map(({ sli, key_sli, weight, pass, warning }) => ({
      ...{ sli, key: key_sli, weight },
      pass: setsOf(sli, pass),
      warning: setsOf(sli, warning),
    })),
    total: { pass: total_score.pass, warning: total_score.warning ?? null },
  }
}

/** Keptn takes a criterion that it cannot read for one that is never met; a typing error is said here instead. */
function setsOf(sli: string, sets: z.infer<typeof Sets>): readonly (readonly Criterion[])[] {
  return (sets ?? []).map(({ criteria }) =>
    criteria.map((text) => {
      const criterion = parseCriterion(text)
      if (criterion !== undefined) return criterion
      throw new Failure('bad-input', `SLO file: a criterion of ${sli} cannot be read: ${text}`)
    }),
  )
}
