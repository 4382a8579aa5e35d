/** The answers that the actions read, and of each what they read of it. */

/** One kind of answer. */
export interface Known {
  readonly name: string
  /** Fits the key of the request. */
  readonly key: RegExp
  /** Fields that a verdict may depend on, `*` for every element, `**` for all below; undefined: it is no JSON. */
  readonly reads?: readonly string[]
}

const ASSET = ['id', 'name', 'size', 'state', 'digest'].map((name) => `*.assets.*.${name}`)
const RELEASE = ['id', 'tag_name', 'draft', 'prerelease', 'immutable', 'html_url', 'upload_url']
const ISSUE = [
  ...['number', 'title', 'body', 'state', 'html_url', 'labels', 'labels.*.name', 'user.type'],
  ...['author_association', 'closed_by.login', 'closed_by.type', 'pull_request'],
  // Of one that is not there.
  'message',
]

/** In the order in which they are tried. */
export const ANSWERS: readonly Known[] = [
  { name: 'ledger contents', key: /\/contents\/releases\//, reads: ['', 'message'] },
  { name: 'config', key: /\/contents\//, reads: ['type', 'encoding', 'content', 'size'] },
  {
    name: 'ledger refs',
    key: /\/git\/matching-refs\//,
    reads: ['', '*.ref', '*.object.sha', '*.object.type'],
  },
  {
    name: 'ledger look',
    key: /\/graphql look$/,
    reads: ['errors', 'data.repository.commit.**', 'data.repository.open.**'],
  },
  { name: 'ledger folders', key: /\/graphql folders$/, reads: ['errors', 'data.repository.**'] },
  {
    name: 'commit of the ledger',
    key: /\/graphql append$/,
    reads: ['data.createCommitOnBranch.commit.oid', 'errors'],
  },
  { name: 'new issue', key: /^POST .*\/issues$/, reads: ISSUE },
  { name: 'issue', key: /\/issues\/\d+$/, reads: ISSUE },
  { name: 'issues', key: /\/issues\?/, reads: ['', ...ISSUE.map((field) => `*.${field}`)] },
  { name: 'permission', key: /\/permission$/, reads: ['permission'] },
  { name: 'rules', key: /\/rules\/branches\//, reads: ['', '*.type'] },
  { name: 'tag', key: /\/commits\/tags/, reads: ['sha'] },
  { name: 'asset', key: /\/releases\/assets\/|\/_files\/assets\// },
  {
    name: 'releases',
    key: /\/releases\?/,
    reads: ['', '*.assets', ...RELEASE.map((field) => `*.${field}`), ...ASSET],
  },
  {
    name: 'Sentry release',
    key: /\/api\/0\//,
    reads: ['version', 'status', 'dateReleased', 'projects.*.slug'],
  },
  {
    name: 'Prometheus',
    key: /\/api\/v1\/query/,
    reads: [
      ...['status', 'warnings', 'data.resultType', 'data.result', 'data.result.*.metric.**'],
      ...['data.result.*.value', 'data.result.*.value.*'],
    ],
  },
  { name: 'router', key: /\/backends$/, reads: ['', '*.name', '*.weight'] },
  { name: 'slot', key: /\/version$/, reads: ['version'] },
  {
    name: 'package page',
    key: /\/simple\//,
    reads: [
      ...['meta.api-version', 'name', 'files', 'files.*.filename', 'files.*.url', 'files.*.hashes'],
      ...['files.*.hashes.sha256', 'files.*.yanked', 'files.*.size', 'files.*.core-metadata.**'],
      'project-status.**',
    ],
  },
  { name: 'package file', key: /\/files\// },
  { name: 'smoke endpoint', key: /\/healthz$/, reads: ['version', 'up', 'status'] },
  { name: 'result file', key: /^FILE /, reads: ['**'] },
]

/** @throws Error for an answer that is not listed: whoever records more says what is read of it. */
export function knownAnswer(key: string): Known {
  const known = ANSWERS.find((answer) => answer.key.test(key))
  if (known === undefined) throw new Error(`no answer is described for ${key}`)
  return known
}

/** The values of the fields that are read, in one text to compare; undefined for what is no JSON. */
export function readOf(text: string, reads: readonly string[]): string | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return JSON.stringify(reads.map((field) => values(value, field === '' ? [] : field.split('.'))))
  } catch {
    return undefined
  }
}

function values(value: unknown, [head, ...rest]: readonly string[]): unknown {
  if (head === undefined) return shape(value)
  if (head === '**') return value
  if (head === '*') return Array.isArray(value) ? value.map((v) => values(v, rest)) : 'no array'
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'no object'
  return Object.hasOwn(value, head)
    ? values((value as Record<string, unknown>)[head], rest)
    : 'missing'
}

/** Of an array or object that is read by its fields only what it is. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return `array of ${value.length}`
  return typeof value === 'object' && value !== null ? 'object' : (value ?? null)
}
