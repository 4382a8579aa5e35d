import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { sha256 } from '../../src/adapters/digest.ts'
import { canonical } from '../../src/domain/ledger/canonical.ts'
import { ledgerRepository, type Revisions, story } from './ledger-repository.ts'
import { cli } from './run-cli.ts'

const FOLDER = 'releases/shop/stable/1.1.0/'
const NOTICE = 'open/notices/shop/stable/1.1.0.json'

/** 1.1.0 has ended with entry 14. First its marker says that somebody is to be told of it, then an entry that they were. */
async function toldRevisions(about = 14): Promise<Revisions> {
  const whole = await story()
  const files = whole.at(-1) ?? new Map<string, string>()
  const last = files.get(`${FOLDER}000014-outcome.json`) ?? ''
  const end = JSON.parse(last)
  const marker = JSON.stringify({ version: '1.1.0', seq: about, time: end.time })
  const told = canonical({
    ...{ ...end, id: 'told', seq: 15, previous: sha256(last), kind: 'told' },
    payload: { event: 'completed', about: 14, channels: ['Slack', 'Grafana'] },
  })
  const waiting = new Map(files).set(NOTICE, marker)
  return [...whole, waiting, new Map(files).set(`${FOLDER}000015-told.json`, told)]
}

test('who was told is part of a whole ledger, for verify-ledger, log, replay and the verifier in Python', async () => {
  const all = await toldRevisions()
  for (const revisions of [all.slice(0, -1), all]) {
    using repository = ledgerRepository(revisions)
    const at = ['--repository', repository.folder]
    expect(cli('verify-ledger', ...at)).toMatchObject({ exit: 0 })
    expect(cli('replay', ...at)).toMatchObject({ exit: 0 })
    const verifier = join(import.meta.dirname, 'verify_ledger.py')
    const python = spawnSync('python3', [verifier, repository.folder], { encoding: 'utf8' })
    expect([python.status, python.stdout]).toEqual([0, ''])
  }
  using repository = ledgerRepository(all)
  const { lines } = cli('log', '1.1.0', '--repository', repository.folder)
  expect(lines).toContainEqual(
    expect.stringMatching(/^ 15 .* told {5}told of completed \(entry 14\): Slack, Grafana /),
  )
})

test('a marker that names no end is a fault', async () => {
  const revisions = (await toldRevisions(13)).slice(0, -1)
  using repository = ledgerRepository(revisions)
  const { exit, out } = cli('verify-ledger', '--repository', repository.folder)
  expect(exit).toBe(1)
  expect(out).toContain(`FAILED  ${NOTICE}: it names no end: entry 13 of 1.1.0`)
})
