/** A mapping of YAML, not checked yet. */
export type Data = Record<string, unknown>

/** Whether a value is a mapping. */
export function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Lay a profile over the config: objects are merged key by key, everything else is replaced. A section whose
 * `provider` or `kind` changes is replaced whole, because the keys of the other one would not fit.
 */
export function withProfile(data: unknown, name: string): unknown {
  if (!isObject(data) || !isObject(data.profiles)) return data
  const overlay = data.profiles[name]
  return isObject(overlay) ? merge(data, overlay) : data
}

/** Objects are merged key by key, everything else is replaced. */
export function merge(base: Data, overlay: Data): Data {
  const entries = Object.entries(overlay).map(([key, value]) => {
    const before = base[key]
    const deep = isObject(before) && isObject(value) && sameVariant(before, value)
    return [key, deep ? merge(before, value) : value] as const
  })
  return { ...base, ...Object.fromEntries(entries) }
}

function sameVariant(before: Data, after: Data): boolean {
  return after.provider === undefined || after.provider === before.provider
}
