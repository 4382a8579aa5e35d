/** A person in a commit or tag: `date` is ISO 8601 in UTC. */
export interface Identity {
  readonly name: string
  readonly email: string
  readonly date: string
}

export interface CommitObject {
  readonly oid: string
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: Identity
  readonly committer: Identity
  readonly message: string
}

export interface TagObject {
  readonly oid: string
  readonly target: string
  readonly targetType: string
  readonly name: string
  readonly tagger: Identity
  readonly message: string
}

/** One line of a tree. `size` is only there for blobs. */
export interface TreeEntry {
  readonly mode: string
  readonly type: string
  readonly oid: string
  readonly size?: number
  readonly path: string
}

export interface RefEntry {
  readonly ref: string
  readonly oid: string
  readonly type: string
}

const nobody: Identity = { name: '', email: '', date: '1970-01-01T00:00:00Z' }

/** Reads the text of a commit object. */
export function parseCommit(oid: string, text: string): CommitObject {
  const { headers, message } = splitObject(text)
  const values = (name: string) => headers.filter(([key]) => key === name).map(([, value]) => value)
  return {
    oid,
    tree: values('tree')[0] ?? '',
    parents: values('parent'),
    author: parseIdentity(values('author')[0]),
    committer: parseIdentity(values('committer')[0]),
    message,
  }
}

/** Reads the text of an annotated tag. */
export function parseTag(oid: string, text: string): TagObject {
  const { headers, message } = splitObject(text)
  const fields = new Map(headers)
  return {
    oid,
    target: fields.get('object') ?? '',
    targetType: fields.get('type') ?? '',
    name: fields.get('tag') ?? '',
    tagger: parseIdentity(fields.get('tagger')),
    message,
  }
}

/** Reads the output of `git ls-tree -z -l`. */
export function parseTree(output: string): TreeEntry[] {
  return output
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => {
      const tab = line.indexOf('\t')
      const [mode = '', type = '', oid = '', size = '-'] = line.slice(0, tab).split(/ +/)
      const entry = { mode, type, oid, path: line.slice(tab + 1) }
      return size === '-' ? entry : { ...entry, size: Number(size) }
    })
}

/** Reads a tree object itself: its lines, as `git cat-file tree` gives them. */
export function parseFolder(bytes: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = []
  for (let at = 0; at < bytes.length; ) {
    const nameEnd = bytes.indexOf(0, at)
    const [mode = '', ...name] = bytes.toString('utf8', at, nameEnd).split(' ')
    at = nameEnd + 21
    const oid = bytes.toString('hex', nameEnd + 1, at)
    entries.push({ mode: mode.padStart(6, '0'), type: typeOf(mode), oid, path: name.join(' ') })
  }
  return entries
}

function typeOf(mode: string) {
  if (mode === '40000') return 'tree'
  return mode === '160000' ? 'commit' : 'blob'
}

function splitObject(text: string) {
  const gap = text.indexOf('\n\n')
  const head = gap === -1 ? text : text.slice(0, gap)
  const headers = head
    .split('\n')
    .filter((line) => !line.startsWith(' '))
    .map((line): [string, string] => {
      const space = line.indexOf(' ')
      return [line.slice(0, space), line.slice(space + 1)]
    })
  const message = gap === -1 ? '' : text.slice(gap + 2)
  return { headers, message: message.endsWith('\n') ? message.slice(0, -1) : message }
}

function parseIdentity(line: string | undefined): Identity {
  const match = /^(.*) <(.*)> (\d+) [+-]\d{4}$/.exec(line ?? '')
  if (match === null) return nobody
  const [, name = '', email = '', seconds = '0'] = match
  return { name, email, date: new Date(Number(seconds) * 1000).toISOString().replace('.000', '') }
}
