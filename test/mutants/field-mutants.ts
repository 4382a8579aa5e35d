/** Everything that can be wrong with one field of a JSON text. */

export type Path = readonly (string | number)[]

/** A JSON text in which one field is another one. */
export interface FieldMutant {
  /** The field, its array indices as `*`. */
  readonly field: string
  readonly path: Path
  readonly kind: string
  text(): string
}

/** Member or element as it stands, and its key as JSON where it has one; what stands there instead. */
type Edit = (text: string, key: string | undefined) => string

const put =
  (text: string): Edit =>
  (_, key) =>
    member(key, text)
const member = (key: string | undefined, text: string) =>
  key === undefined ? text : `${key}:${text}`

/** Whatever the field is. */
const ANY: Readonly<Record<string, Edit>> = {
  missing: () => '',
  null: put('null'),
  'a boolean: true': put('true'),
  'a boolean: false': put('false'),
  'a number: 0': put('0'),
  'a number: 1': put('1'),
  'negative: -1': put('-1'),
  'a fraction': put('0.5'),
  'NaN, bare': put('NaN'),
  'Infinity, bare': put('Infinity'),
  'infinite: 1e400': put('1e400'),
  'infinite: -1e400': put('-1e400'),
  'huge: 1e308': put('1e308'),
  'huge: 2^53 + 1': put('9007199254740993'),
  'an empty text': put('""'),
  'another text': put('"something"'),
  'NaN as text': put('"NaN"'),
  'Infinity as text': put('"+Inf"'),
  'a number as text': put('"-1"'),
  'an empty array': put('[]'),
  'an empty object': put('{}'),
  'an array around it': (text, key) => member(key, `[${text}]`),
  'an object around it': (text, key) => member(key, `{"value":${text}}`),
  'its JSON as text': (text, key) => member(key, JSON.stringify(text)),
  'an array of nothing': put('[null]'),
  'an object that is a prototype': put('{"__proto__":{"value":1}}'),
}

/** Where the field has a key. */
const KEYED: Readonly<Record<string, Edit>> = {
  renamed: (text, key) => member(key?.replace(/"$/, '_"'), text),
  'in capitals': (text, key) => member(key?.toUpperCase(), text),
  'twice, null last': (text, key) => `${member(key, text)},${member(key, 'null')}`,
  'twice, null first': (text, key) => `${member(key, 'null')},${member(key, text)}`,
  'twice, another text last': (text, key) => `${member(key, text)},${member(key, '"something"')}`,
}

/** In an array. */
const ELEMENT: Readonly<Record<string, Edit>> = {
  'there twice': (text) => `${text},${text}`,
  'before a null': (text) => `${text},null`,
  'behind an empty object': (text) => `{},${text}`,
}

const edited = (change: (value: string) => string): Edit => {
  return (text, key) => member(key, JSON.stringify(change(JSON.parse(text) as string)))
}

const TEXT: Readonly<Record<string, Edit>> = {
  'cut in half': edited((text) => text.slice(0, Math.floor(text.length / 2))),
  'without its end': edited((text) => text.slice(0, -1)),
  'with an end': edited((text) => `${text}x`),
  'with a line': edited((text) => `${text}\n::set-output name=verdict::pass`),
  'with a blank before': edited((text) => ` ${text}`),
  'there twice as text': edited((text) => text + text),
  'in capital letters': edited((text) => text.toUpperCase()),
  'with NUL': edited((text) => `${text}\u0000`),
  'half a surrogate pair': edited((text) => `${text}\ud800`),
  'other digits': edited((text) => text.replaceAll(/\d/g, '٣')),
  'out of range: 1e309 as text': put('"1e309"'),
  'hexadecimal as text': put('"0x10"'),
  'a path': put('"../../../etc/passwd"'),
}

const NUMBER: Readonly<Record<string, Edit>> = {
  'a number more': (text, key) => member(key, String(Number(text) + 1)),
  'out of range: times -1000': (text, key) => member(key, String((Number(text) + 1) * -1000)),
  'out of range: times 1000': (text, key) => member(key, String((Number(text) + 1) * 1000)),
  'as text': (text, key) => member(key, `"${text}"`),
  'with a fraction': (text, key) => member(key, String(Number(text) + 0.25)),
}

/** Every mutant of every field of a value, the value itself included. */
export function fieldMutants(value: unknown): FieldMutant[] {
  return pathsOf(value).flatMap((path) => {
    const edits = Object.entries(editsOf(at(value, path), path.at(-1)))
    const field = path.map((part) => (typeof part === 'number' ? '*' : part)).join('.')
    return edits.map(([kind, edit]) => ({
      field,
      path,
      kind,
      text: () => render(value, path, edit),
    }))
  })
}

function editsOf(value: unknown, key: string | number | undefined): Readonly<Record<string, Edit>> {
  return {
    ...ANY,
    ...(typeof key === 'string' ? KEYED : {}),
    ...(typeof key === 'number' ? ELEMENT : {}),
    ...(typeof value === 'string' ? TEXT : {}),
    ...(typeof value === 'number' ? NUMBER : {}),
  }
}

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const parts = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return [path, ...parts.flatMap(([part, inner]) => pathsOf(inner, [...path, part]))]
}

function at(value: unknown, path: Path): unknown {
  return path.reduce((inner, part) => (inner as Record<string | number, unknown>)[part], value)
}

function render(value: unknown, path: Path, edit: Edit, key?: string): string {
  const [head, ...rest] = path
  if (head === undefined) return edit(JSON.stringify(value), key)
  const isArray = Array.isArray(value)
  const parts = isArray ? [...value.entries()] : Object.entries(value as object)
  const inner = parts.map(([part, own]) => {
    const name = isArray ? undefined : JSON.stringify(part)
    return part === head ? render(own, rest, edit, name) : member(name, JSON.stringify(own))
  })
  const text = inner.filter((one) => one !== '').join(',')
  return member(key, isArray ? `[${text}]` : `{${text}}`)
}
