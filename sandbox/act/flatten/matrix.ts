import { call, type Expression, literal, path } from '../expression/syntax.ts'
import { asList, asMap, asText, isMap, type Yaml, type YamlMap } from '../yaml.ts'

/** One leg of a matrix as expressions see it. */
export interface MatrixLeg {
  readonly all: Expression
  /** The values, when they are known before the run. */
  readonly values?: YamlMap
  readonly read: (key: string) => Expression
  readonly strategy: Readonly<Record<string, Expression>>
  /** `(ubuntu, 3.12)`; may hold an expression. */
  readonly label: string
}

/** All combinations of a matrix without expressions, in GitHub's order, with `include` and `exclude` applied. */
export function matrixLegs(matrix: YamlMap): YamlMap[] {
  const axes = Object.entries(matrix).filter(([key]) => key !== 'include' && key !== 'exclude')
  const product = axes.reduce<YamlMap[]>(
    (legs, [key, values]) =>
      legs.flatMap((leg) => asList(values).map((value) => ({ ...leg, [key]: value }))),
    axes.length > 0 ? [{}] : [],
  )
  const excluded = asList(matrix.exclude).map(asMap)
  const kept = product.filter((leg) => !excluded.some((pattern) => matches(leg, pattern)))
  return include(
    kept,
    asList(matrix.include).map(asMap),
    axes.map(([key]) => key),
  )
}

function matches(leg: YamlMap, pattern: YamlMap): boolean {
  return Object.entries(pattern).every(([key, value]) => same(leg[key], value))
}

function same(one: Yaml | undefined, other: Yaml | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** An include extends every combination whose original values it does not overwrite, else it is a leg of its own. */
function include(
  originals: readonly YamlMap[],
  additions: readonly YamlMap[],
  axes: readonly string[],
): YamlMap[] {
  const legs = [...originals]
  const alone: YamlMap[] = []
  for (const addition of additions) {
    const fits = originals.map((leg) =>
      axes.every((axis) => !(axis in addition) || same(leg[axis], addition[axis])),
    )
    if (!fits.includes(true)) alone.push(addition)
    fits.forEach((fit, index) => {
      if (fit) legs[index] = { ...legs[index], ...addition }
    })
  }
  return [...legs, ...alone]
}

/** The text in brackets behind the name of a leg. */
export function legLabel(leg: YamlMap): string {
  return `(${Object.values(leg).map(shown).join(', ')})`
}

function shown(value: Yaml | undefined): string {
  return isMap(value) || Array.isArray(value) ? JSON.stringify(value) : asText(value)
}

/** A leg whose values are known before the run. */
export function staticLeg(
  leg: YamlMap,
  index: number,
  total: number,
  strategy: YamlMap,
): MatrixLeg {
  return {
    all: constant(leg),
    values: leg,
    read: (key) => constant(leg[key] ?? null),
    strategy: strategyValues(literal(index), literal(total), strategy),
    label: legLabel(leg),
  }
}

/** The n-th leg of a matrix that the flat job `matrixJob` computes in the run. */
export function dynamicLeg(matrixJob: string, index: number, strategy: YamlMap): MatrixLeg {
  const all = call('fromJSON', path('needs', matrixJob, 'outputs', `leg_${index}`))
  const total = call('fromJSON', path('needs', matrixJob, 'outputs', 'count'))
  return {
    all,
    read: (key) => ({ kind: 'index', of: all, key: literal(key) }),
    strategy: strategyValues(literal(index), total, strategy),
    label: `\${{ needs.${matrixJob}.outputs.label_${index} }}`,
  }
}

function strategyValues(
  index: Expression,
  total: Expression,
  strategy: YamlMap,
): Record<string, Expression> {
  return {
    'job-index': index,
    'job-total': total,
    'fail-fast': literal(strategy['fail-fast'] !== false),
    'max-parallel':
      strategy['max-parallel'] === undefined ? total : constant(strategy['max-parallel']),
  }
}

function constant(value: Yaml): Expression {
  return value !== null && typeof value === 'object'
    ? call('fromJSON', literal(JSON.stringify(value)))
    : literal(value as string | number | boolean | null)
}

/** True when some value of the matrix is known only in the run. */
export function isDynamic(matrix: Yaml | undefined): boolean {
  return JSON.stringify(matrix ?? null).includes('${{')
}
