import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Failure } from '../../domain/failure.ts'
import { git } from './git.ts'

/** Where a ledger is read from: a folder that git knows, and the commit of the branch there. */
export interface LedgerSource extends Disposable {
  readonly folder: string
  readonly ref: string
  readonly commit: string
}

const BRANCH = 'release-ledger'
/** What was fetched comes before a local branch, which may be old. */
const REFS = [`refs/remotes/origin/${BRANCH}`, `refs/heads/${BRANCH}`]

/** A clone, its own or a bare one. @throws Failure `absent` where the branch is not there. */
export function fromClone(folder: string, ref?: string): LedgerSource {
  const names = ref === undefined ? REFS : [ref]
  for (const name of names) {
    const commit = commitOf(folder, name)
    if (commit !== undefined)
      return { folder, ref: name, commit, [Symbol.dispose]: () => undefined }
  }
  throw new Failure(
    'absent',
    `${folder} has no ${names.join(' and no ')}`,
    `Fetch it: git fetch origin ${BRANCH}:refs/remotes/origin/${BRANCH}`,
  )
}

function commitOf(folder: string, ref: string): string | undefined {
  git(folder, ['rev-parse', '--git-dir'])
  try {
    return git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
      .toString()
      .trim()
  } catch {
    return undefined
  }
}

/** A file that `git bundle create` made. @throws Failure `absent`, `refused`. */
export function fromBundle(file: string): LedgerSource {
  if (!existsSync(file)) throw new Failure('absent', `there is no file ${file}`)
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  const dispose = () => rmSync(folder, { recursive: true, force: true })
  try {
    const bundle = resolve(file)
    git(folder, ['init', '--quiet', '--bare'])
    const heads = git(folder, ['bundle', 'list-heads', bundle]).toString().split('\n')
    const name = heads
      .map((line) => line.split(' ')[1] ?? '')
      .find((ref) => ref.endsWith(`/${BRANCH}`))
    if (name === undefined)
      throw new Failure(
        'absent',
        `${file} holds no branch ${BRANCH}`,
        `Make it with git bundle create FILE ${BRANCH}`,
      )
    const [, ref = ''] = REFS
    git(folder, ['fetch', '--quiet', bundle, `${name}:${ref}`])
    return { ...fromClone(folder, ref), [Symbol.dispose]: dispose }
  } catch (error) {
    dispose()
    throw error
  }
}
