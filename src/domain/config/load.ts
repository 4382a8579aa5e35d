import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import { Failure } from '../failure.ts'
import { complaintOf } from './complaint.ts'
import { CONFIG_PATH } from './path.ts'
import { pickProduct, productsOf, sameTags, type Which, withProduct } from './product.ts'
import { isObject, withProfile } from './profile.ts'
import { Config } from './schema.ts'

/** The environments that the workflows offer: without a profile of that name the config holds as it stands. */
const ENVIRONMENTS = ['production', 'staging', 'canary']

/** Duplicate keys are looked for pairwise: 64 KiB keeps the parse under a second. */
const LARGEST = 64 * 1024

const REMEDY = 'Correct it, see docs/reference/config.md'

/**
 * Parse and check the config of one product, with the profile laid over it where one is named.
 * @throws Failure `bad-config`: one line with file, line, column, the problem and the remedy.
 */
export function loadConfig(text: string, profile: string, which: Which = {}): Config {
  if (text.length > LARGEST) throw bad('is larger than 64 KiB', undefined, 'Split the process')
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    merge: true,
    logLevel: 'error',
  })
  const [broken] = document.errors
  if (broken !== undefined) {
    const { line, col } = lines.linePos(broken.pos[0])
    const remedy =
      broken.code === 'BAD_SCALAR_START' ? 'Put the text in quotes' : 'Correct the YAML'
    throw bad(broken.message.split('\n')[0] ?? 'is no YAML', { line, col }, remedy)
  }
  const { data, below } = ofProduct(toData(document), which)
  const base = checked(data, document, lines, below)
  const isKnown = Object.hasOwn(base.profiles, profile)
  if (profile === '' || (!isKnown && ENVIRONMENTS.includes(profile))) return base
  if (!isKnown) {
    const known = Object.keys(base.profiles).join(', ') || 'none'
    throw bad(`has no profile "${profile}"`, undefined, `Name one of its profiles: ${known}`)
  }
  const own = ['profiles', profile]
  return checked(withProfile(data, profile), document, lines, [...below, ...own], own, below)
}

/** What the config says of one product, and where it says it. @throws Failure `bad-config` where none is meant. */
function ofProduct(data: unknown, which: Which): { data: unknown; below: readonly string[] } {
  const names = productsOf(data)
  if (names === undefined) {
    assertProduct(data, which)
    return { data, below: [] }
  }
  if (isObject(data) && data.product !== undefined)
    throw bad('product: stands beside products', undefined, 'Leave one of them out')
  const alike = sameTags(data, names)
  if (alike !== undefined)
    throw bad(
      `products: ${alike.join(' and ')} have the same tag-prefix`,
      undefined,
      'Give each its own, such as edge/v',
    )
  const picked = pickProduct(data, names, which)
  if ('problem' in picked) throw bad(picked.problem, undefined, picked.remedy)
  return { data: withProduct(data, picked.product), below: ['products', picked.product] }
}

/** The one product needs no name; another one is not described. */
function assertProduct(data: unknown, { product }: Which): void {
  const own = isObject(data) ? data.product : undefined
  if (product === undefined || typeof own !== 'string' || product === own) return
  throw bad(`describes the product "${own}", not "${product}"`, undefined, 'Name that one, or none')
}

/** Aliases and merges are followed only here. */
function toData(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 })
  } catch (error) {
    const problem = error instanceof Error ? error.message.split('\n')[0] : undefined
    throw bad(problem ?? 'is no YAML', undefined, 'Correct its aliases and merges')
  }
}

/** @param below Where the config says what lies on top, the topmost first: a problem has its place there. */
function checked(
  data: unknown,
  document: Document,
  lines: LineCounter,
  ...below: readonly (readonly string[])[]
): Config {
  const parsed = Config.safeParse(data)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  if (issue === undefined) throw bad('is not valid', undefined, REMEDY)
  const { path, key, message } = complaintOf(issue)
  const full = [...path, ...key]
  const over = below.find((lying) => document.hasIn([...lying, full[0]])) ?? []
  const place =
    locate(document, [...over, ...full], lines) ?? locate(document, below[0] ?? [], lines)
  const where = path.length === 0 ? 'the file' : path.join('.')
  throw bad(`${where}: ${message}`, place, REMEDY)
}

interface Place {
  readonly line: number
  readonly col: number
}

/** The position of the deepest part of the path that the document has. */
function locate(
  document: Document,
  path: readonly string[],
  lines: LineCounter,
): Place | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true)
    const key = path[depth - 1]
    const pair = isMap(parent)
      ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
      : undefined
    const node = pair?.key ?? document.getIn(path.slice(0, depth), true)
    const start = isNode(node) ? node.range?.[0] : undefined
    if (start !== undefined) return lines.linePos(start)
  }
  return undefined
}

function isNode(value: unknown): value is { range?: [number, number, number] } {
  return typeof value === 'object' && value !== null && 'range' in value
}

/** Where no place is known the file as a whole is wrong. */
function bad(problem: string, place: Place | undefined, remedy: string): Failure {
  const { line, col } = place ?? { line: 1, col: 1 }
  return new Failure('bad-config', `${CONFIG_PATH}:${line}:${col}: ${problem}`, remedy)
}
