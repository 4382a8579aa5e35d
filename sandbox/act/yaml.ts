import { readFileSync } from 'node:fs'
import { parse, stringify } from 'yaml'

/** What a YAML file can hold. */
export type Yaml = null | boolean | number | string | readonly Yaml[] | YamlMap
/** A YAML mapping. */
export interface YamlMap {
  readonly [key: string]: Yaml | undefined
}

/** True for a mapping. */
export function isMap(value: unknown): value is YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The mapping, or an empty one for anything else. */
export function asMap(value: unknown): YamlMap {
  return isMap(value) ? value : {}
}

/** The list; a single value is a list of one, nothing is an empty list. */
export function asList(value: Yaml | undefined): readonly Yaml[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value as Yaml]
}

/** The scalar as text; '' for anything else. */
export function asText(value: Yaml | undefined): string {
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value)
}

/** Reads a YAML file. Throws one plain line when it is no mapping. */
export function readYaml(file: string): YamlMap {
  return parseYaml(readFileSync(file, 'utf8'), file)
}

/** What was parsed, by its text: one process runs many workflows of one suite, and nobody can change what is here. */
const known = new Map<string, YamlMap>()

/** Reads YAML text; `label` names it in the error. */
export function parseYaml(text: string, label: string): YamlMap {
  const value = known.get(text) ?? parsed(text, label)
  if (!isMap(value)) throw new Error(`${label}: not a YAML mapping`)
  known.set(text, value)
  return value
}

function parsed(text: string, label: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    throw new Error(
      `${label}: ${String(error instanceof Error ? error.message : error).split('\n')[0]}`,
    )
  }
}

/** Writes YAML that act's parser reads the same way, without anchors and folded lines. */
export function writeYaml(value: YamlMap): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false, version: '1.1' })
}

/** The value with every string in it (not the keys) changed. */
export function mapStrings(value: Yaml, change: (text: string) => string): Yaml {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change))
  if (!isMap(value)) return value
  return mapValues(value, (item) => mapStrings(item, change))
}

/** The mapping with every value changed; absent ones are dropped. */
export function mapValues(map: YamlMap, change: (value: Yaml, key: string) => Yaml): YamlMap {
  return Object.fromEntries(
    Object.entries(map)
      .filter((entry): entry is [string, Yaml] => entry[1] !== undefined)
      .map(([key, value]) => [key, change(value, key)]),
  )
}

/** The mapping without some keys. */
export function without(map: YamlMap, ...keys: readonly string[]): YamlMap {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)))
}
