import { isObject } from './translation.ts'

/** Members whose value is another one in every repository. */
const particular = /(^|_)(id|url|href|sha)$|_at$|^(date|download_url|email|html|git|self)$/
/** The recording has this number for all counts. */
const anyNumber = 42

/** How two answers to the same request differ, a line each. */
export function differences(recorded: unknown, heard: unknown): string[] {
  const found = new Set<string>()
  compare(recorded, heard, '', found)
  return [...found]
}

function compare(recorded: unknown, heard: unknown, path: string, found: Set<string>): void {
  if (Array.isArray(recorded) && Array.isArray(heard)) {
    compareItems(recorded, heard, path, found)
  } else if (isObject(recorded) && isObject(heard)) {
    compareMembers(recorded, heard, path, found)
  } else if (kindOf(recorded) !== kindOf(heard)) {
    found.add(`${path} is ${kindOf(heard)}, not ${kindOf(recorded)}`)
  } else if (recorded !== heard && recorded !== anyNumber && !isParticular(path)) {
    found.add(`${path} is ${JSON.stringify(heard)}, not ${JSON.stringify(recorded)}`)
  }
}

function compareItems(recorded: unknown[], heard: unknown[], path: string, found: Set<string>) {
  if (recorded.length !== heard.length) {
    found.add(`${path || 'the list'} has ${heard.length} items, not ${recorded.length}`)
  }
  const both = recorded.slice(0, heard.length)
  for (const [index, item] of both.entries()) compare(item, heard[index], `${path}[]`, found)
}

function compareMembers(
  recorded: Record<string, unknown>,
  heard: Record<string, unknown>,
  path: string,
  found: Set<string>,
) {
  const placeOf = (name: string) => (path === '' ? name : `${path}.${name}`)
  for (const [name, value] of Object.entries(recorded)) {
    if (name in heard) compare(value, heard[name], placeOf(name), found)
    else found.add(`${placeOf(name)} is missing`)
  }
  for (const name of Object.keys(heard)) {
    if (!(name in recorded)) found.add(`${placeOf(name)} is new`)
  }
}

function isParticular(path: string) {
  return particular.test(path.slice(path.lastIndexOf('.') + 1).replace('[]', ''))
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'list' : typeof value
}
