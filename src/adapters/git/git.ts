import { spawnSync } from 'node:child_process'
import { Failure } from '../../domain/failure.ts'

const LARGEST = 1024 * 1024 * 1024

/** Run git in a folder and give what it prints. @throws Failure `absent`, or `refused` with git's first line. */
export function git(folder: string, args: readonly string[], input = ''): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', ['-C', folder, ...args], {
    input,
    maxBuffer: LARGEST,
  })
  if (error !== undefined)
    throw new Failure('absent', `git cannot be started (${error.message})`, 'Install git')
  if (status === 0) return stdout
  const [first = ''] = stderr.toString('utf8').trim().split('\n')
  const said = first.replaceAll(/[^\x20-\x7e]/g, ' ').slice(0, 200)
  throw new Failure('refused', `git ${args[0]}: ${said}`)
}
