import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from '@jest/globals'
import { ledgerRepository, type Revisions, story } from './ledger-repository.ts'
import { cli } from './run-cli.ts'

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/cli.md'), 'utf8')
/** What the page shows a person, block by block. */
const SHOWN = [...PAGE.matchAll(/```text\n(.*?)```/gs)].map(([, text]) => text)

let whole: Revisions
beforeAll(async () => {
  whole = await story()
})

const run = (revisions: Revisions, ...args: readonly string[]) => {
  using repository = ledgerRepository(revisions)
  return cli(...args, '--repository', repository.folder)
}
/** The story so far, when the first stage of 1.2.0 had its weight. */
const midway = () => whole.slice(0, 18)
/** Hashes change with every field that an entry gets, times with the model of the world. */
const timeless = (text = '') =>
  text.replaceAll(/sha256:[0-9a-f]{64}/g, 'sha256').replaceAll(/\d{4}-\d\d-\d\dT[\d:]+Z/g, 'time')
/** Without the first line, which names the commit. */
const below = (text: string) => text.slice(text.indexOf('\n') + 1)

test('the commands answer what their page shows', () => {
  const said = [
    below(run(whole, 'status').out),
    below(run(midway(), 'status').out),
    run(whole, 'log', '1.2.0').out,
    below(run(whole, 'verify-ledger').out),
    run(whole, 'replay').out,
  ]
  expect(said.map(timeless)).toEqual(SHOWN.map(timeless))
})

test('status as JSON: where each release stands, the ended ones when asked', () => {
  const open = JSON.parse(run(midway(), 'status', '--json').out)
  expect(open).toMatchObject({ frozen: [], releases: [{ version: '1.2.0', result: 'open' }] })
  const all = JSON.parse(run(whole, 'status', '--all', '--json').out)
  expect(all.frozen).toEqual(['shop stable'])
  expect(all.releases.map((r: { result: string }) => r.result)).toEqual([
    'completed',
    'rolled-back',
  ])
})

test('log as JSON: the entries as they stand', () => {
  const entries = run(whole, 'log', '1.2.0', '--json').lines.map((line) => JSON.parse(line))
  expect(entries.map(({ seq, kind }) => `${seq} ${kind}`).slice(0, 2)).toEqual([
    '1 plan',
    '2 intent',
  ])
  expect(entries).toHaveLength(8)
})

/** The ledger with another text of one entry of 1.2.0, whose hash nothing after it names. */
const retold = (from: string, to: string) =>
  whole.slice(0, 19).map((files) => {
    const path = 'releases/shop/stable/1.2.0/000004-verdict.json'
    const text = files.get(path)
    return text === undefined ? files : new Map([...files, [path, text.replace(from, to)]])
  })

test.each([
  [
    'a verdict that its evidence does not give',
    '"stage":0,"verdict":"fail"',
    '"stage":0,"verdict":"pass"',
  ],
  ['a value within the limit', '"value":0.02', '"value":0.002'],
  ['too few samples', '"samples":1000', '"samples":1'],
])('replay finds %s', (_name, from, to) => {
  expect(run(retold(from, from), 'replay').exit).toBe(0)
  const { exit, out } = run(retold(from, to), 'replay')
  expect([exit, out]).toEqual([1, expect.stringContaining('DIFFERS  entry 4: ')])
})

test('a broken chain is told up to where it is whole, and ends with 1', () => {
  const cut = whole.map((files) => {
    const copy = new Map(files)
    copy.delete('releases/shop/stable/1.2.0/000003-outcome.json')
    return copy
  })
  for (const args of [['log', '1.2.0'], ['status']]) {
    const { exit, out } = run(cut, ...args)
    expect([exit, /BROKEN.*its seq is 4/.test(out)]).toEqual([1, true])
  }
})

test.each([
  [['log'], /^log: the version is missing\. release-actions log 1\.2\.0\n$/],
  [['log', '9.9.9'], /^the ledger has no release 9\.9\.9\. See release-actions status --all\n$/],
  [['log', '1.2.0', '--product', 'other'], /^the ledger has no release 1\.2\.0/],
  [['status', '--ref', 'refs/heads/other'], /has no refs\/heads\/other\. Fetch it: git fetch/],
  [['status', '--ref=--help'], /has no --help/],
  [['status', '--bundle', '/nowhere'], /^there is no file \/nowhere\n$/],
  [['verify-ledger', '--frob'], /^verify-ledger: Unknown option '--frob'\. Usage: release-actions/],
  [['frobnicate'], /^there is no command frobnicate\n/],
] as const)('%j is refused in plain words, with 3', (args, said) => {
  const { exit, out, err } = run(whole, ...args)
  expect([exit, out]).toEqual([3, ''])
  expect(err).toMatch(said)
})

test('a folder without Git, and one without a ledger, are named', () => {
  const none = cli('status', '--repository', '/')
  expect([none.exit, none.err]).toEqual([3, expect.stringContaining('not a git repository')])
  using repository = ledgerRepository([])
  const empty = cli('status', '--repository', repository.folder)
  expect([empty.exit, empty.err]).toEqual([
    3,
    expect.stringContaining('Fetch it: git fetch origin'),
  ])
})

test('nothing asked for is no command: the help comes all the same', () => {
  const { exit, err } = cli()
  expect([exit, err]).toEqual([3, expect.stringMatching(/^release-actions COMMAND\n/)])
})

test('help names every command', () => {
  const { exit, out } = cli('--help')
  expect([
    exit,
    ['status', 'log', 'verify-ledger'].every((name) => out.includes(`  ${name} `)),
  ]).toEqual([0, true])
})
