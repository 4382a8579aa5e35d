import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { sha256 } from '../../src/adapters/digest.ts'
import { canonical } from '../../src/domain/ledger/canonical.ts'
import { seeded } from '../fakes/random.ts'
import { git, ledgerRepository, type Revisions, story } from './ledger-repository.ts'
import { cli } from './run-cli.ts'

const FOLDER = 'releases/shop/stable/1.1.0/'
const THIRD = `${FOLDER}000003-outcome.json`
const FOURTH = `${FOLDER}000004-verdict.json`
const LAST = `${FOLDER}000014-outcome.json`

let whole: Revisions
beforeAll(async () => {
  whole = await story()
})

/** The whole ledger with other files at its end: `later` by one more commit, else as if it had always been so. */
function changed(change: (files: Map<string, string>) => void, later: boolean): Revisions {
  const other = (files: ReadonlyMap<string, string>) => {
    const copy = new Map(files)
    change(copy)
    return copy
  }
  const last = whole.at(-1) ?? new Map()
  return later ? [...whole, other(last)] : whole.map(other)
}

const edit = (path: string, by: (text: string) => string) => (files: Map<string, string>) => {
  const text = files.get(path)
  if (text !== undefined) files.set(path, by(text))
}

/** Whoever rewrites an entry and all hashes after it. */
function resigned(files: Map<string, string>): void {
  let previous: string | null = null
  for (const path of [...files.keys()].filter((p) => p.startsWith(FOLDER)).sort()) {
    const entry = JSON.parse(files.get(path) ?? '')
    if (path === FOURTH) entry.payload.reason = 'all was well'
    const text = canonical({ ...entry, previous })
    files.set(path, text)
    previous = sha256(text)
  }
}

const verify = (revisions: Revisions, ...args: readonly string[]) => {
  using repository = ledgerRepository(revisions)
  return cli('verify-ledger', '--repository', repository.folder, ...args)
}

test('a whole ledger passes, from a bare repository, a clone and a bundle', () => {
  using repository = ledgerRepository(whole)
  const { root, folder } = repository
  git(root, ['clone', '--quiet', '--no-checkout', folder, 'clone'])
  git(folder, ['bundle', 'create', '--quiet', join(root, 'ledger.bundle'), 'release-ledger'])
  for (const from of [
    ['--repository', folder],
    ['--repository', join(root, 'clone')],
    ['--bundle', join(root, 'ledger.bundle')],
  ]) {
    const run = cli('verify-ledger', ...from)
    expect([from[0], run.exit, run.err]).toEqual([from[0], 0, ''])
    expect(run.lines.slice(1)).toEqual([
      expect.stringMatching(
        /^ok {6}shop stable 1\.1\.0 {2}14 entries {2}completed {2}sha256:[0-9a-f]{64} {2}unsigned$/,
      ),
      expect.stringMatching(/^ok {6}shop stable 1\.2\.0 {2}8 entries {2}rolled-back {2}sha256:/),
      'pass: 2 releases, 22 entries, unsigned; 0 faults',
    ])
  }
})

describe('what was changed is named, and why', () => {
  test.each<readonly [string, (files: Map<string, string>) => void, boolean, string, RegExp]>([
    [
      'an entry whose text was changed',
      edit(THIRD, (t) => t.replace('"green":10', '"green":11')),
      false,
      FOURTH,
      /does not follow entry 3/,
    ],
    [
      'the last entry changed by a commit',
      edit(LAST, (t) => t.replace('passed', 'failed')),
      true,
      LAST,
      /^it was changed by [0-9a-f]{7}$/,
    ],
    ['an entry that was cut off', edit(FOURTH, (t) => t.slice(0, -5)), false, FOURTH, /no JSON/],
    [
      'an entry with spaces',
      edit(THIRD, (t) => t.replace(',', ', ')),
      false,
      THIRD,
      /canonical form/,
    ],
    [
      'a key that no version knows',
      edit(THIRD, (t) => t.replace('"schema":1', '"schema":1,"x":1')),
      false,
      THIRD,
      /unknown form/,
    ],
    [
      'a newer version',
      edit(THIRD, (t) => t.replace('"schema":1', '"schema":2')),
      false,
      THIRD,
      /newer version \(schema 2\)/,
    ],
    [
      'an entry of another release',
      edit(THIRD, (t) => t.replace('"1.1.0"', '"1.0.9"')),
      false,
      THIRD,
      /belongs to shop stable 1\.0\.9/,
    ],
    ['an entry that is gone', (files) => void files.delete(THIRD), false, FOURTH, /its seq is 4/],
    [
      'an entry removed by a commit',
      (files) => void files.delete(LAST),
      true,
      LAST,
      /^it was removed by/,
    ],
    [
      'an entry under another name',
      (files) => {
        files.set(`${FOLDER}000003-intent.json`, files.get(THIRD) ?? '')
        files.delete(THIRD)
      },
      false,
      `${FOLDER}000003-intent.json`,
      /it belongs to .*000003-outcome/,
    ],
    [
      'a file that is no entry',
      (files) => void files.set(`${FOLDER}notes.txt`, 'x'),
      false,
      `${FOLDER}notes.txt`,
      /no entry/,
    ],
    ['a chain that was rewritten whole', resigned, true, FOURTH, /^it was changed by/],
    [
      'a freeze marker of nothing',
      edit('open/freezes/shop/stable.json', (t) => t.replace('"seq":8', '"seq":7')),
      true,
      'open/freezes/shop/stable.json',
      /names no freeze/,
    ],
    [
      'a marker of an ended release',
      (files) => void files.set('open/releases/shop/stable/1.1.0.json', '{}'),
      true,
      'open/releases/shop/stable/1.1.0.json',
      /its release is completed/,
    ],
  ])('%s', (_name, change, later, path, why) => {
    const run = verify(changed(change, later), '--json')
    expect(run.exit).toBe(1)
    const { faults } = JSON.parse(run.out)
    expect(faults).toContainEqual({ path, why: expect.stringMatching(why) })
  })

  test('for people, in a line each', () => {
    const { exit, lines } = verify(changed((files) => void files.delete(THIRD), false))
    expect([exit, lines.slice(1)]).toEqual([
      1,
      [
        expect.stringMatching(/^BROKEN {2}shop stable 1\.1\.0 {2}2 entries {2}open {2}sha256:/),
        expect.stringMatching(/^ok {6}shop stable 1\.2\.0 {2}8 entries/),
        `FAILED  ${FOURTH}: its seq is 4`,
        'fail: 2 releases, 10 entries, unsigned; 1 faults',
      ],
    ])
  })

  test('an entry that was changed and restored is worth a note', () => {
    const broken = changed(
      edit(THIRD, () => '{}'),
      true,
    )
    const run = verify([...broken, whole.at(-1) ?? new Map()])
    expect(run.exit).toBe(0)
    expect(run.out).toMatch(
      /note {4}\S+000003-outcome\.json: it was changed by \w{7}, and has its first bytes again/,
    )
  })

  test('who asks for signatures is told that there are none', () => {
    const run = verify(whole, '--require-signature')
    expect([run.exit, run.lines.filter((line) => line.startsWith('FAILED'))]).toEqual([
      1,
      [
        'FAILED  releases/shop/stable/1.1.0/000001-plan.json: it is unsigned',
        'FAILED  releases/shop/stable/1.2.0/000001-plan.json: it is unsigned',
      ],
    ])
  })
})

describe('a second verifier, in Python and from the documented format, agrees', () => {
  const python = (revisions: Revisions) => {
    using repository = ledgerRepository(revisions)
    const own = JSON.parse(cli('verify-ledger', '--json', '--repository', repository.folder).out)
    const args = [join(import.meta.dirname, 'verify_ledger.py'), repository.folder]
    const { status, stdout, stderr } = spawnSync('python3', args, { encoding: 'utf8' })
    expect(stderr).toBe('')
    const paths = stdout.split('\n').flatMap((line) => line.split('\t')[0] || [])
    return { own: own.faults.map((f: { path: string }) => f.path), paths, status }
  }

  test('on a whole ledger', () => {
    expect(python(whole)).toEqual({ own: [], paths: [], status: 0 })
  })

  /** One byte of one entry, by the seed. */
  function flipped(seed: number): (files: Map<string, string>) => void {
    const random = seeded(seed)
    const paths = [...(whole.at(-1)?.keys() ?? [])].filter((p) => p.startsWith('releases/'))
    const path = paths[Math.floor(random() * paths.length)] ?? ''
    const share = random()
    return edit(path, (text) => {
      const at = Math.floor(share * text.length)
      return `${text.slice(0, at)}${text[at] === '0' ? '1' : '0'}${text.slice(at + 1)}`
    })
  }

  test('on single bytes that a commit changed: both name that entry', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const { own, paths, status } = python(changed(flipped(seed), true))
      expect([seed, status, own]).toEqual([seed, 1, expect.arrayContaining(paths.slice(-1))])
    }
  })

  test('on single bytes of a rewritten branch: what the chain shows to one it shows to both', () => {
    for (let seed = 11; seed <= 15; seed++) {
      const { own, paths } = python(changed(flipped(seed), false))
      // The form of an entry is nothing that the other one knows: there this one finds the fault earlier.
      const [first = ''] = paths
      expect([seed, first === '' || (own[0] ?? '') <= first]).toEqual([seed, true])
      if (paths.length > 0) expect(own.length).toBeGreaterThan(0)
    }
  })
})
