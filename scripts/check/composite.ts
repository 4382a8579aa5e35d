import type { ActionFile } from '../docs/actions.ts'

const USED = /\binputs(?:\.(?<plain>[\w-]+)|\[\s*'(?<quoted>[^']+)'\s*\])/g

/** A composite has no schema: its steps use exactly the inputs that it declares, and its outputs have the common ones. */
export function compositeFindings(
  file: string,
  { inputs = {}, outputs = {}, runs = {} }: ActionFile,
  common: readonly string[],
): string[] {
  const declared = Object.keys(inputs)
  const used = inputsIn(JSON.stringify(runs))
  return [
    ...declared
      .filter((name) => !used.has(name))
      .map((name) => `${file}: input ${name} is not used by any step`),
    ...[...used]
      .filter((name) => !declared.includes(name))
      .map((name) => `${file}: input ${name} is used but not declared`),
    ...common
      .filter((name) => !(name in outputs))
      .map((name) => `${file}: output ${name} is missing`),
  ]
}

const inputsIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(USED)].map(({ groups }) => groups?.plain ?? groups?.quoted ?? ''))
