/** Ledgers in real Git repositories, written by the real use cases. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UNSIGNED } from '../../src/domain/ledger/trust.ts'
import type { JobResult } from '../../src/domain/release/outcome.ts'
import { rolloutOf } from '../../src/domain/rollout/state.ts'
import { seeded } from '../fakes/random.ts'
import { NEW, NEXT, Rig } from '../simulation/rig.ts'

/** The files of the branch after each commit, from the first on. */
export type Revisions = readonly ReadonlyMap<string, string>[]

export function git(folder: string, args: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync('git', ['-C', folder, ...args], { input })
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr.toString()}`)
  return stdout.toString()
}

/** 1.1.0 went out; 1.2.0 was taken back at its first stage, and froze the channel. */
export async function story(signing = UNSIGNED): Promise<Revisions> {
  const health = (version: string) => (version === NEXT ? 'bad' : 'good')
  const rig = new Rig({ random: seeded(5), faults: () => 'none', health, signing })
  const job = <T>(name: string, work: Parameters<typeof rig.world.process<T>>[1]) =>
    rig.world.process(name, work)
  const run = { id: 1, attempt: 1 }
  const jobs = new Map<string, JobResult>([['deploy-release', 'success']])
  rig.world.task(async () => {
    await job('1.1/plan', (p) => rig.plan(p, run, NEW, 'canary'))
    await job('1.1/deploy', (p) => rig.promote(p, run, NEW))
    const hash = rolloutOf(rig.branch.entries('releases/'))?.planHash
    await job('1.1/end', (p) => rig.finalize(p, run, NEW, jobs, hash))
    await job('1.1/next', (p) => rig.plan(p, { id: 2, attempt: 1 }, NEXT, 'canary', NEW))
    await job('1.1/next', (p) => rig.promote(p, { id: 2, attempt: 1 }, NEXT))
    await job('1.1/freeze', (p) => rig.freeze(p, { id: 2, attempt: 1 }, NEXT))
  })
  await rig.world.run()
  return rig.branch.revisions.map(({ files }) => files)
}

/** A bare repository whose branch `release-ledger` has these commits. `using` removes it. */
export function ledgerRepository(revisions: Revisions) {
  const root = mkdtempSync(join(tmpdir(), 'ledger-'))
  const folder = join(root, 'repository.git')
  git(root, ['init', '--quiet', '--bare', folder])
  git(folder, ['fast-import', '--quiet'], revisions.map(commitText).join(''))
  return { root, folder, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) }
}

function commitText(files: ReadonlyMap<string, string>, index: number): string {
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`
  const lines = [...files].map(
    ([path, text]) => `M 100644 inline ${JSON.stringify(path)}\n${data(text)}`,
  )
  const who = `committer GitHub <noreply@github.com> ${1_767_225_600 + index} +0000\n`
  return `commit refs/heads/release-ledger\n${who}${data(`entry ${index}`)}deleteall\n${lines.join('')}\n`
}
