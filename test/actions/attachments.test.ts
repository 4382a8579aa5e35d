import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { cli } from '../cli/run-cli.ts'
import { ledgerOf } from './ledger-of.ts'
import { push, verified } from './ledger-tampering.ts'
import { type Inputs, type ReleaseWorld, releaseWorld } from './release-world.ts'

// Each test plans a release in a process of its own.
jest.setTimeout(120_000)

const LARGE = 'x'.repeat(300_000)
const CSV = Buffer.from([0x69, 0x64, 0x3b, 0xfc, 0x0a, 0x00])
const JOBS = 'import=success\n'

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
const placeOf = (bytes: Uint8Array) => `attachments/${sha256(bytes).slice(0, 2)}/${sha256(bytes)}`

const worldOf = () =>
  releaseWorld({
    hasIssues: false,
    stages: '[{ weight: 100%, bake: 1s }]',
    files: { '1.1.0': { 'report.txt': LARGE } },
  })

const write = ({ workspace }: ReleaseWorld, name: string, bytes: Uint8Array | string) =>
  writeFileSync(join(workspace, name), bytes)

const record = (world: ReleaseWorld, inputs: Inputs) =>
  world.run('release-record', { version: '1.1.0', report: 'evidence', jobs: JOBS, ...inputs })

test.concurrent('files are kept with the record: small ones in the ledger, large ones as assets, and both verifiers check the bytes', async () => {
  await using world = await worldOf()
  const hash = await world.plan()
  mkdirSync(join(world.workspace, 'out'))
  write(world, 'out/import.csv', CSV)
  write(world, 'report.txt', LARGE)
  const attachments = 'import.csv=out/import.csv\nreport.txt=report.txt\n'
  const dry = await record(world, { attachments, 'dry-run': 'true' })
  expect(dry.summary).toContain('Dry run: 2 files would be recorded.')
  expect((await ledgerOf(world)).kinds).toEqual(['plan'])

  for (const _ of [1, 2]) {
    const run = await record(world, { attachments, 'plan-hash': hash })
    expect(run.outputs).toMatchObject({ verdict: 'pass', result: 'open' })
    expect(run.summary).toContain('| report.txt | 300000 |')
  }
  const { entries, kinds } = await ledgerOf(world)
  expect(kinds).toEqual(['plan', 'attachments'])
  expect(entries[1]?.payload).toEqual({
    attachments: [
      {
        ...{ name: 'import.csv', size: 6, digest: `sha256:${sha256(CSV)}` },
        place: { ledger: placeOf(CSV) },
      },
      {
        ...{ name: 'report.txt', size: 300_000, digest: `sha256:${sha256(LARGE)}` },
        place: { asset: 'report.txt', tag: 'v1.1.0' },
      },
    ],
  })
  const { gitDir, workspace } = world
  const blob = ['-C', gitDir, 'cat-file', 'blob', `release-ledger:${placeOf(CSV)}`]
  expect(spawnSync('git', blob).stdout.equals(CSV)).toBe(true)
  expect(cli('log', '1.1.0', '--repository', gitDir).out).toContain(
    'import.csv, 6 bytes, in the ledger, report.txt, 300000 bytes, asset report.txt of v1.1.0',
  )

  const without = verified(gitDir)
  expect(without).toMatchObject({ exit: 0, status: 0, failed: [] })
  expect(without.last).toContain('2 attachments, 1 checked, 1 not at hand; 0 faults')
  expect(verified(gitDir, '--attachments', workspace).last).toContain('2 attachments, 2 checked;')
  write(world, 'report.txt', LARGE.replace('x', 'y'))
  const other = verified(gitDir, '--attachments', workspace)
  const entry = 'releases/checkout/stable/1.1.0/000002-attachments.json'
  expect(other.failed).toEqual([`FAILED  ${entry}: report.txt: its bytes have another digest`])
  expect(cli('verify-ledger', '--repository', gitDir, '--attachments', '/no/such').exit).toBe(3)

  push(gitDir, placeOf(CSV), 'id;0')
  expect(verified(gitDir)).toMatchObject({
    ...{ exit: 1, failed: [`FAILED  ${entry}: import.csv: its bytes have another digest`] },
    ...{ status: 1, stdout: `${entry}\timport.csv is not what was attached\n` },
  })
  push(gitDir, placeOf(CSV), '')
  expect(verified(gitDir).failed).toEqual([`FAILED  ${entry}: import.csv: its bytes are missing`])
  push(gitDir, 'attachments/00/stranger', 'x')
  expect(verified(gitDir)).toMatchObject({
    failed: expect.arrayContaining(['FAILED  attachments/00/stranger: no entry names it']),
    stdout: expect.stringContaining("attachments/00/stranger\tnobody's\n"),
  })
})

test.concurrent('the end of a release keeps its files, and does not come without them', async () => {
  await using world = await worldOf()
  const hash = await world.plan()
  const all = { stages: 'all', promote_immediately: 'false', operation: 'advance' }
  await world.run('canary-promote', { canary_version: '1.1.0', ...all })
  const end = { report: 'pipeline', 'plan-hash': hash, attachments: 'errors.log=errors.log' }
  const missing = await record(world, end)
  expect(missing.exit).toBe(1)
  expect(missing.outputs.reason).toBe('the file errors.log does not exist')
  expect((await ledgerOf(world)).kinds.at(-1)).toBe('verdict')
  write(world, 'errors.log', 'none\n')
  const done = await record(world, end)
  expect(done.outputs).toMatchObject({ verdict: 'pass', result: 'completed' })
  expect(done.summary).toContain('| errors.log | 5 |')
  expect((await ledgerOf(world)).kinds.slice(-2)).toEqual(['attachments', 'outcome'])
})

test.concurrent('what must not become public, is nowhere, or is no file of the job is refused, and nothing is written', async () => {
  await using world = await worldOf()
  await world.plan()
  const token = world.github.issueToken({ permissions: { contents: 'write', issues: 'write' } })
  write(world, 'large.log', 'y'.repeat(300_000))
  write(world, 'token.log', `sent ${Buffer.from(token).toString('base64')}`)
  symlinkSync('/etc/hostname', join(world.workspace, 'link.log'))
  for (const [line, reason] of [
    [
      'a=large.log',
      /^attachment a: it has 300000 bytes, the ledger takes 262144, and no asset of v1.1.0 has its digest. Upload it to the release v1.1.0 first/,
    ],
    [
      'a=token.log',
      /^attachment a: it holds a secret of this job, and the ledger is read by everybody/,
    ],
    ['a=link.log', /^link.log is no file inside the workspace/],
    ['../a=x.log\na=x.log', /^input attachments: must hold one line name=path for every file/],
  ] as const) {
    const run = await record(world, { attachments: line, token })
    expect([line, run.exit]).toEqual([line, 1])
    expect(run.outputs.reason).toMatch(reason)
  }
  const jobs = await record(world, { attachments: 'a=x.log', report: 'jobs' })
  expect(jobs.outputs.reason).toMatch(/^input attachments: report jobs writes nothing/)
  expect((await record(world, {})).outputs.reason).toMatch(
    /^input attachments: report evidence has no/,
  )
  expect((await ledgerOf(world)).kinds).toEqual(['plan'])
})
