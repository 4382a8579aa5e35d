import { type FaultStatus, faultCatalogue } from '../docs/fault-catalogue.ts'
import { looked, type Rule } from './rule.ts'

/** How many rows the catalogue has: none may get lost. */
const EXPECTED = 276

/** Every row of the catalogue of faults is named by a test or accounted for, in one place only, and no test names another row. */
export const faults: Rule = {
  name: 'faults',
  look(root) {
    const found = faultCatalogue(root)
    if (found === undefined) return looked('rows', ['test/data: no catalogue or no status'])
    const { rows, tests, status } = found
    const ids = new Set(rows.map(({ id }) => id))
    const shown = new Set(tests.map(({ id }) => id))
    return looked(`${rows.length} rows, ${shown.size} named by ${tests.length} tests`, [
      ...(ids.size === EXPECTED ? [] : [`${ids.size} rows in the catalogue, not ${EXPECTED}`]),
      ...tests
        .filter(({ id }) => !ids.has(id))
        .map(({ id, file }) => `${file}: names ${id}, and there is no such row`),
      ...[...ids].flatMap((id) => rowFindings(id, shown.has(id), status)),
      ...strangeIds(ids, status),
    ])
  },
}

function rowFindings(id: string, isShown: boolean, status: FaultStatus): string[] {
  const places = [
    ...(isShown ? ['a test'] : []),
    ...Object.entries(status).flatMap(([kind, reasons]) => (reasons[id] === undefined ? [] : kind)),
  ]
  if (places.length === 0) return [`${id}: no test names it, and nothing is said about it`]
  return places.length === 1 ? [] : [`${id}: said twice, by ${places.join(' and ')}`]
}

function strangeIds(ids: ReadonlySet<string>, status: FaultStatus): string[] {
  return Object.entries(status).flatMap(([kind, reasons]) =>
    Object.entries(reasons).flatMap(([id, reason]) => [
      ...(ids.has(id) ? [] : [`${id}: ${kind}, but there is no such row`]),
      ...(reason.trim() === '' ? [`${id}: ${kind}, but it is not said why`] : []),
    ]),
  )
}
