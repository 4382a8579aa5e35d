/** What figures were taken of, and on what. */
import { cpus, release, totalmem } from 'node:os'
import { runCommand } from '../command.ts'

/** Commit and machine, a line each. */
export async function provenance(root: string): Promise<readonly string[]> {
  const git = async (...args: string[]) =>
    (await runCommand('git', args, { cwd: root })).stdout.trim()
  const changed = (await git('status', '--porcelain')) === '' ? '' : ' with changes'
  const [cpu] = cpus()
  return [
    `commit ${(await git('rev-parse', '--short', 'HEAD')) || 'none yet'}${changed}`,
    `machine ${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}, Node ${process.version}`,
  ]
}
