import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { input, output, type StandInSetting } from './runner-io.ts'

/** Imitates actions/checkout: clones the consumer's repository at the run's commit or at `ref`. */
export function run({ consumer, repository }: StandInSetting): void {
  const asked = input('repository') || repository
  if (asked !== repository) throw new Error(`the sandbox has no repository ${asked}`)
  const workspace = process.env.GITHUB_WORKSPACE ?? process.cwd()
  const target = resolve(workspace, input('path'))
  if (!`${target}/`.startsWith(`${workspace}/`))
    throw new Error(`path ${input('path')} leaves the workspace`)
  const ref = input('ref')
  const commit = clone(consumer, target, ref || (process.env.GITHUB_SHA ?? 'HEAD'))
  output('ref', ref || (process.env.GITHUB_REF ?? ''))
  output('commit', commit)
}

/** The objects stay where they are: the clone refers to them, and a job lives shorter than the consumer's repository. */
function clone(consumer: string, target: string, ref: string): string {
  mkdirSync(target, { recursive: true })
  const aside = mkdtempSync(`${target}/.checkout-`)
  try {
    git(aside, 'clone', '--quiet', '--shared', '--no-checkout', '--template=', consumer, 'clone')
    rmSync(join(target, '.git'), { recursive: true, force: true })
    renameSync(join(aside, 'clone/.git'), join(target, '.git'))
  } catch {
    throw new Error(`the consumer's repository ${consumer} cannot be read with git`)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
  const commit = firstCommit(target, [
    ref,
    `refs/remotes/origin/${shortName(ref)}`,
    `refs/tags/${shortName(ref)}`,
  ])
  git(target, 'checkout', '--quiet', '--force', '--detach', commit)
  return commit
}

function git(cwd: string, ...args: string[]): string {
  const stdio = ['ignore', 'pipe', 'ignore'] as const
  return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: [...stdio] }).trim()
}

function shortName(ref: string): string {
  return ref.replace(/^refs\/(heads|tags)\//, '')
}

function firstCommit(target: string, names: readonly string[]): string {
  for (const name of names) {
    try {
      const commit = `${name}^{commit}`
      return git(target, 'rev-parse', '--verify', '--quiet', '--end-of-options', commit)
    } catch {
      // Not this kind of name: the next one is tried.
    }
  }
  throw new Error(`A branch or tag with the name '${names[0]}' could not be found`)
}
