import { THROUGHPUT } from '../judging/objective.ts'
import { isShare, parseSentryQuestion, SENTRY_QUESTIONS } from '../metrics/sentry-question.ts'
import type { ObjectiveConfig } from './objective.ts'
import type { Source, Sources } from './sources.ts'

/** As much of a config as says which objective asks which source. */
interface Asking {
  readonly objectives: 'none' | readonly ObjectiveConfig[]
  readonly sources?: Sources | undefined
}

/** What zod hands to a check of the whole. */
interface Check {
  addIssue(issue: { code: 'custom'; path: (string | number)[]; message: string }): void
}

/** Every objective names a source that there is, and asks it what it can answer. */
export function objectiveSources({ objectives, sources = {} }: Asking, check: Check): void {
  if (objectives === 'none') return
  objectives.forEach((objective, index) => {
    const [key, message] = problemOf(objective, sources) ?? []
    if (key !== undefined && message !== undefined)
      check.addIssue({ code: 'custom', path: ['objectives', index, key], message })
  })
}

type Problem = readonly [key: string, message: string]

function problemOf(objective: ObjectiveConfig, sources: Sources): Problem | undefined {
  const { source: name } = objective
  if (name === undefined) return undefined
  const source = Object.hasOwn(sources, name) ? sources[name] : undefined
  if (source === undefined) {
    const known = Object.keys(sources).join(', ') || 'none'
    return ['source', `is no source of the config; name one of them: ${known}`]
  }
  return queryProblem(objective, source)
}

function queryProblem(objective: ObjectiveConfig, source: Source): Problem | undefined {
  const { query, metric } = objective
  switch (source.provider) {
    case 'prober':
      return metric === THROUGHPUT
        ? ['metric', 'is known to Prometheus: the prober only sees requests of its own']
        : undefined
    case 'prometheus':
      return undefined
    case 'loki':
      return query === undefined && metric !== 'error-rate'
        ? ['query', 'is required: Loki knows the metric error-rate only, all else is LogQL']
        : undefined
    case 'sentry-health':
      return sentryProblem(objective)
    default:
      return valueProblem(query, Object.keys(source.values))
  }
}

function sentryProblem({ query = '', unit }: ObjectiveConfig): Problem | undefined {
  const question = parseSentryQuestion(query)
  if (question === undefined) return ['query', `must be ${SENTRY_QUESTIONS}`]
  const wanted = isShare(question) ? 'ratio' : 'count'
  return unit === wanted ? undefined : ['unit', `must be ${wanted} for ${query}`]
}

function valueProblem(query: string | undefined, names: readonly string[]): Problem | undefined {
  if (query !== undefined && names.includes(query)) return undefined
  return ['query', `must name one of the values of the source: ${names.join(', ')}`]
}
