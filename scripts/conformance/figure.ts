/** Comparing what was computed with what a row expects. */

/** A number that is only known as well as the numbers which it is a difference of, of the size `scale`. */
export interface Rounded {
  readonly value: number
  readonly scale: number
}

/** What a function gives for a row, by the names of the row; a row says `null` for what JSON has no number for: NaN and the infinite. */
export type Figure =
  | number
  | boolean
  | Rounded
  | readonly Figure[]
  | { readonly [name: string]: Figure }

/** A result of which the expected one may name a part. */
export type Figures = Readonly<Record<string, Figure>>

/** The last digits of the largest number that went in. */
const ROUNDING = 32 * Number.EPSILON

/** What differs, one text each; `path` names the figure. */
export function differences(
  path: string,
  got: Figure,
  expected: unknown,
  relTol: number,
): string[] {
  if (Array.isArray(expected)) return inList(path, got, expected, relTol)
  if (typeof expected === 'object' && expected !== null)
    return inRecord(path, got, expected, relTol)
  const isSame = isRounded(got)
    ? isClose(got.value, expected, relTol, got.scale)
    : typeof got === 'number'
      ? isClose(got, expected, relTol, 0)
      : got === expected
  return isSame ? [] : [`${path} is ${said(got)}, not ${JSON.stringify(expected)}`]
}

function isClose(got: number, expected: unknown, relTol: number, scale: number): boolean {
  if (expected === null) return !Number.isFinite(got)
  if (typeof expected !== 'number') return false
  // The smallest normal number: below it every number is rounding.
  const allowed = relTol * Math.abs(expected) + ROUNDING * scale + 2 ** -1022
  return got === expected || Math.abs(got - expected) <= allowed
}

function inList(path: string, got: Figure, expected: readonly unknown[], relTol: number): string[] {
  if (!isList(got)) return [`${path} is ${said(got)}, not a list`]
  if (got.length !== expected.length)
    return [`${path} has ${got.length} values, not ${expected.length}`]
  return got.flatMap((value, i) => differences(`${path}[${i}]`, value, expected[i], relTol))
}

function inRecord(path: string, got: Figure, expected: object, relTol: number): string[] {
  if (typeof got !== 'object' || isList(got)) return [`${path} is ${said(got)}, not a record`]
  const figures: Figures = { ...got }
  return Object.entries(expected).flatMap(([name, value]) => {
    const figure = Object.hasOwn(figures, name) ? figures[name] : undefined
    const inside = path === '' ? name : `${path}.${name}`
    return figure === undefined
      ? [`${inside} is expected and not known`]
      : differences(inside, figure, value, relTol)
  })
}

const isList = (figure: Figure): figure is readonly Figure[] => Array.isArray(figure)

function isRounded(figure: Figure): figure is Rounded {
  return typeof figure === 'object' && !isList(figure) && 'scale' in figure && 'value' in figure
}

const said = (figure: Figure): string =>
  isRounded(figure) || typeof figure !== 'object'
    ? String(isRounded(figure) ? figure.value : figure)
    : 'a list or record'
