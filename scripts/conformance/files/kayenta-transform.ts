import { z } from 'zod'
import { noisy } from '../../../src/domain/judging/dialects/kayenta/noise.ts'
import { outliersOf, withoutNan } from '../../../src/domain/judging/dialects/kayenta/transform.ts'
import { mean } from '../../../src/domain/statistics/moments.ts'
import type { RowCheck } from '../checker.ts'

const Row = z.object({
  name: z.string(),
  testData: z.string(),
  truth: z.string().nullable(),
  detector: z.string().nullable(),
})

const UNREADABLE = ['cannot be read as {name, testData, truth, detector}']
const DETECTOR = /^(?<name>KSigma|IQR)Detector\((?:k = |factor = )?(?<factor>[\d.]+)\)$/

/** kayenta-detector.json: which values Kayenta takes for outliers. */
export const kayentaDetector: RowCheck = (row) => {
  const parsed = Row.safeParse(row)
  if (!parsed.success) return UNREADABLE
  const { testData, truth, detector } = parsed.data
  const [values, marks] = [numbersOf(testData), marksOf(truth ?? '', numbersOf(testData)?.length)]
  const found = values && marksBy(detector ?? '', values)
  if (found === undefined || marks === undefined) return UNREADABLE
  return differing(found, marks)
}

/** kayenta-transform.json: what Kayenta makes of the values before it judges. */
export const kayentaTransform: RowCheck = (row) => {
  const parsed = Row.safeParse(row)
  if (!parsed.success) return UNREADABLE
  const { name, testData, truth, detector } = parsed.data
  const values = numbersOf(testData)
  if (values === undefined) return UNREADABLE
  if (truth === null) return ofNoise(name, values)
  const wanted = numbersOf(truth)
  const found = detector === null ? withoutNan(values, strategyOf(name)) : kept(detector, values)
  return wanted === undefined || found === undefined ? UNREADABLE : differing(found, wanted)
}

const strategyOf = (name: string) => (/^replace/i.test(name) ? 'replace' : 'remove')

function kept(detector: string, values: readonly number[]): readonly number[] | undefined {
  const out = marksBy(detector, values)
  return out && values.filter((_, i) => out[i] === false)
}

/** Of noise the table has no values: as many as before, each moved by next to nothing, and the same ones again. */
function ofNoise(name: string, values: readonly number[]): readonly string[] {
  if (!/noise/i.test(name)) return UNREADABLE
  const raised = values.map((value) => value + 1)
  const [found, again] = [noisy(raised, 1), noisy(raised, 1)]
  const near = found.every((value, i) => Math.abs(value - (raised[i] ?? 0)) < 1e-3)
  const isNew = new Set(found).size === found.length
  return near && isNew ? differing(found, again) : ['is no small noise']
}

/** `1.0, Double.NaN`; none of an empty text. */
function numbersOf(text: string): readonly number[] | undefined {
  const words = text.split(',').map((word) => word.trim())
  if (words.length === 1 && words[0] === '') return []
  const numbers = words.map((word) => (word === 'Double.NaN' ? Number.NaN : Number(word)))
  return numbers.some((value, i) => Number.isNaN(value) && words[i] !== 'Double.NaN')
    ? undefined
    : numbers
}

/** `false, true`; or, in Scala, all false but the last. */
function marksOf(text: string, length = 0): readonly boolean[] | undefined {
  if (/^testData\.length - 1\)\(false\) :\+ true/.test(text))
    return Array.from({ length }, (_, i) => i === length - 1)
  const words = text.split(',').map((word) => word.trim())
  if (words.length === 1 && words[0] === '') return []
  return words.every((word) => word === 'true' || word === 'false')
    ? words.map((word) => word === 'true')
    : undefined
}

function marksBy(detector: string, values: readonly number[]): readonly boolean[] | undefined {
  const groups = DETECTOR.exec(detector)?.groups
  if (groups === undefined) return undefined
  const factor = Number(groups.factor)
  return groups.name === 'IQR' ? outliersOf(values, factor, false) : beyondSigmas(values, factor)
}

/** The detector that Kayenta's judge never calls: it stands here, not in the dialect. */
function beyondSigmas(values: readonly number[], k: number): readonly boolean[] {
  const middle = mean(values)
  const deviation = Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
  return values.map((value) => Math.abs(value - middle) > k * deviation)
}

function differing<T>(found: readonly T[], wanted: readonly T[]): readonly string[] {
  const same = found.length === wanted.length && found.every((one, i) => Object.is(one, wanted[i]))
  return same ? [] : [`is ${found.join(', ')}, not ${wanted.join(', ')}`]
}
