import { describe, expect, test } from '@jest/globals'
import { linesOnly, type Shown, shown } from './ledger-answers.ts'
import { asked, type Question } from './ledger-rig.ts'

const COMMIT = 'c'.repeat(40)
const REF = 'refs/heads/release-ledger'
const LIST = 'git/matching-refs/heads/release-ledger'
const branch = (ref: string) => ({ ref, object: { sha: COMMIT, type: 'commit' } })

const OPEN = { freezes: { shop: { 'stable.json': '{"version":"1.1.0"}' } } }
const root = (open = OPEN) => shown({ 'README.md': 'x', open, releases: { shop: { a: 'b' } } })
const commit = (tree: Shown = root()) => ({ oid: COMMIT, tree: linesOnly(tree) })
const look = (repository: unknown) => ({ data: { repository } })

/** Change a copy of a value. */
function changed<T>(value: T, change: (copy: T) => void): T {
  const copy = structuredClone(value)
  change(copy)
  return copy
}

describe('the head and what is open', () => {
  const head = (says: object) => asked(says, (store) => store.head())
  const markers = new Map([['open/freezes/shop/stable.json', '{"version":"1.1.0"}']])

  test('come with one question', async () => {
    const answer = look({ commit: commit(), open: shown(OPEN) })
    expect(await head({ graphql: () => answer })).toEqual({
      answer: { commit: COMMIT, open: markers },
      asked: ['look'],
    })
  })

  test('nothing is open where the root of the commit has no such folder', async () => {
    const tree = shown({ 'README.md': 'x' })
    const answer = look({ commit: commit(tree), open: null })
    expect(await head({ graphql: () => answer })).toEqual({
      answer: { commit: COMMIT, open: new Map() },
      asked: ['look'],
    })
  })

  test('markers of a branch that moved in between are asked for at the commit', async () => {
    const graphql = ({ variables }: Question) => {
      const isNew = variables.commit === REF
      return look({ commit: commit(), open: isNew ? null : shown(OPEN) })
    }
    expect(await head({ graphql })).toEqual({
      answer: { commit: COMMIT, open: markers },
      asked: ['look', 'look'],
    })
  })

  test.each<[string, (open: Shown) => unknown]>([
    ['null', () => null],
    ['a folder without lines', ({ oid }) => ({ oid, entries: [] })],
    ['a folder without a list', ({ oid }) => ({ oid, entries: null })],
    ['a content', () => ({ oid: 'b'.repeat(40), text: '' })],
    ['a folder with a line less, under its own name', () => shown({ freezes: {} })],
    ['a text that is cut', (open) => textOf(open, '{"version"')],
    ['no text', (open) => textOf(open, null)],
    ['a line too many', (open) => changed(open, (o) => void o.entries.push(...o.entries))],
  ])('an answer with %s instead of the markers is none', async (_what, change) => {
    const answer = look({ commit: commit(), open: change(shown(OPEN)) })
    const { answer: said } = await head({ graphql: () => answer })
    expect(said).toMatch(/GitHub (listed other files of the ledger in open|answered other bytes)/)
  })

  test('a root with a line left out does not prove that nothing is open', async () => {
    const { oid, tree } = commit()
    const cut = { oid, tree: { ...tree, entries: tree.entries.filter((l) => l.name !== 'open') } }
    const { answer } = await head({ graphql: () => look({ commit: cut, open: null }) })
    expect(answer).toContain('GitHub listed other files of the ledger in its root')
  })

  test('a branch that is said to be missing is missing in the list of branches too', async () => {
    const none = () => look({ commit: null, open: null })
    const of = async (rest: object) => (await head({ graphql: none, rest })).answer
    expect(await of({ [LIST]: [] })).toBeUndefined()
    expect(await of({ [LIST]: [branch(`${REF}-old`)] })).toBeUndefined()
    expect(await of({ [LIST]: [branch(REF)] })).toContain('does not show the commit')
    expect(await of({})).toContain('GitHub answered 404')
    const late = ({ variables }: Question) =>
      variables.commit === REF ? none() : look({ commit: commit(), open: shown(OPEN) })
    const { answer } = await head({ graphql: late, rest: { [LIST]: [branch(REF)] } })
    expect(answer).toEqual({ commit: COMMIT, open: markers })
    const sha = 'd'.repeat(40)
    const another = { [LIST]: [{ ref: REF, object: { sha, type: 'commit' } }] }
    expect((await head({ graphql: late, rest: another })).answer).toContain('does not show')
  })

  test('errors are said in words, with their remedy', async () => {
    const of = async (error: object) =>
      (await head({ graphql: () => ({ data: null, errors: [error] }) })).answer
    const message = 'Resource not\naccessible'
    expect(await of({ type: 'FORBIDDEN', message })).toContain(
      'Resource not accessible. Grant the job contents: read',
    )
    expect(await of({ type: 'NOT_FOUND', message: 'none' })).toContain('none. Check the name')
    expect(await of({ type: 'RATE_LIMITED', message: 'x' })).toContain('rate limit holds until')
    expect(await of({})).toContain('an error without words')
    for (const status of [202, 206, 301])
      expect((await head({ graphql: () => status })).answer).toContain(`answered ${status} to POST`)
  })
})

function textOf(open: Shown, text: string | null): Shown {
  return JSON.parse(JSON.stringify(open), (key, value) => (key === 'text' ? text : value))
}

describe('the files of a folder', () => {
  const PATH = 'releases/shop/stable/1.1.0/'
  const CONTENTS = `contents/${PATH.slice(0, -1)}?ref=${COMMIT}`
  const CHAIN = { '000001-plan.json': '{"seq":1}', '000002-verdict.json': '{"seq":2}' }
  const texts = new Map(Object.entries(CHAIN).map(([name, text]) => [`${PATH}${name}`, text]))
  const says = (f0: unknown, oid = COMMIT) => look({ commit: { oid }, f0 })
  const files = (graphql: (question: Question) => unknown, rest = {}) =>
    asked({ graphql, rest }, (store) => store.files(COMMIT, [PATH]))

  test('come with one question, of several folders too', async () => {
    expect(await files(() => says(shown(CHAIN)))).toEqual({ answer: texts, asked: ['folders'] })
    const two = () => look({ commit: { oid: COMMIT }, f0: shown(CHAIN), f1: shown({ a: 'x' }) })
    const both = await asked({ graphql: two }, (store) => store.files(COMMIT, [PATH, 'other/']))
    expect(both.answer).toEqual(new Map([...texts, ['other/a', 'x']]))
    expect(both.asked).toEqual(['folders'])
  })

  test.each<[string, unknown]>([
    ['an entry is left out', changed(shown(CHAIN), (c) => void c.entries.pop())],
    ['all entries are left out', { ...shown(CHAIN), entries: [] }],
    ['it is empty', shown({})],
    ['it is a content', { oid: shown(CHAIN).oid, text: 'x' }],
    [
      'a text is cut',
      changed(shown(CHAIN), (c) => Object.assign(at(c), { object: { text: '{"seq"' } })),
    ],
    [
      'a text is missing',
      changed(shown(CHAIN), (c) => Object.assign(at(c), { object: { text: null } })),
    ],
    ['a text is nowhere', changed(shown(CHAIN), (c) => Object.assign(at(c), { object: null }))],
    ['a mode is another', changed(shown(CHAIN), (c) => Object.assign(at(c), { mode: 0o100755 }))],
    ['a mode is no number', changed(shown(CHAIN), (c) => Object.assign(at(c), { mode: 'x' }))],
    [
      'a name is another',
      changed(shown(CHAIN), (c) => Object.assign(at(c), { name: '000003-plan.json' })),
    ],
    ['it was not answered', undefined],
  ])('are no answer where %s', async (_what, f0) => {
    const { answer } = await files(() => says(f0))
    expect(answer).toMatch(/^(bad-answer: )?.*GitHub (listed other|answered)/)
  })

  test('a folder is missing only where both of the APIs say so, of a commit that is there', async () => {
    const none = () => says(null)
    expect(await files(none)).toEqual({
      answer: new Map(),
      asked: ['folders', `/repos/acme/shop/${CONTENTS}`],
    })
    const listed = { [CONTENTS]: [{ name: '000001-plan.json' }] }
    expect((await files(none, listed)).answer).toContain('both lists')
    expect((await files(none, { [CONTENTS]: [] })).answer).toContain('both lists')
    expect((await files(none, { [CONTENTS]: {} })).answer).toContain('wrong or missing field')
    expect((await files(none, { [CONTENTS]: 403 })).answer).toContain('403')
    expect((await files(() => says(null, 'd'.repeat(40)))).answer).toContain('another question')
    expect((await files(() => look({ commit: null, f0: null }))).answer).toContain('commit')
    expect((await files(() => look(null))).answer).toContain('repository')
  })

  test('GitHub may say with an error of the field that there is none', async () => {
    const error = (type: string, path = ['repository', 'f0']) => ({ type, path, message: 'gone' })
    const answer = (errors: object[]) => ({ ...says(null), errors })
    expect((await files(() => answer([error('NOT_FOUND')]))).answer).toEqual(new Map())
    const others = [error('FORBIDDEN'), error('NOT_FOUND', ['repository'])]
    for (const other of others)
      expect((await files(() => answer([error('NOT_FOUND'), other]))).answer).toContain('gone')
  })

  describe('that are too many for one answer', () => {
    const many = Object.fromEntries(
      Array.from({ length: 600 }, (_, i) => [`${String(i).padStart(6, '0')}-a.json`, `{"n":${i}}`]),
    )
    const byName = new Map(shown(many).entries.map(({ oid, object }) => [oid, object]))
    /** A GitHub that breaks down over all texts at once. */
    const tired =
      (busy: unknown) =>
      ({ name, variables }: Question) => {
        if (name === 'texts') return look(contents(variables))
        tries += 1
        return tries === 1 ? busy : says(linesOnly(shown(many)))
      }
    const contents = ({ owner: _, repo: __, ...names }: Question['variables']) =>
      Object.fromEntries(Object.entries(names).map(([b, oid]) => [b, byName.get(oid)]))
    let tries = 0

    test.each([
      ['502', 502],
      ['an error', { errors: [{ message: 'Something went wrong while executing your query.' }] }],
      ['its limit', { errors: [{ type: 'RESOURCE_LIMITS_EXCEEDED', message: 'limit' }] }],
    ])('are asked for by lines and slices after %s, and only once', async (_what, busy) => {
      tries = 0
      const { answer, asked: heard } = await asked({ graphql: tired(busy) }, async (store) => [
        await store.files(COMMIT, [PATH]),
        await store.files(COMMIT, [PATH]),
      ])
      const [first, again] = answer as unknown as [Map<string, string>, Map<string, string>]
      expect(first.size).toBe(600)
      expect(first.get(`${PATH}000599-a.json`)).toBe('{"n":599}')
      expect(again).toEqual(first)
      expect(heard).toEqual(['folders', 'folders', 'texts', 'texts', 'texts', 'folders'])
    })

    test('and another text among the slices is no answer', async () => {
      tries = 0
      const graphql = (question: Question) => {
        const said = tired(502)(question)
        return question.name === 'texts'
          ? JSON.parse(JSON.stringify(said).replace('599', '5'))
          : said
      }
      expect((await files(graphql)).answer).toContain('GitHub answered other bytes')
    })
  })

  test('their names alone come without the texts', async () => {
    const names = (f0: unknown) =>
      asked({ graphql: () => says(f0) }, (store) => store.names(COMMIT, PATH))
    expect((await names(linesOnly(shown(CHAIN)))).answer).toEqual(Object.keys(CHAIN))
    expect((await names(null)).answer).toEqual([])
    const cut = changed(linesOnly(shown(CHAIN)), (c) => void c.entries.pop())
    expect((await names(cut)).answer).toContain('GitHub listed other files')
  })
})

function at({ entries: [first] }: Shown) {
  if (first === undefined) throw new Error('no line')
  return first
}
