import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
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

function clone(consumer: string, target: string, ref: string): string {
  mkdirSync(target, { recursive: true })
  const git = (...args: string[]): string =>
    execFileSync('git', args, {
      cwd: target,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  git('init', '--quiet')
  git('config', 'advice.detachedHead', 'false')
  git('remote', 'add', 'origin', consumer)
  fetchAll(git, consumer)
  const commit = firstCommit(git, [
    ref,
    `refs/remotes/origin/${shortName(ref)}`,
    `refs/tags/${shortName(ref)}`,
  ])
  git('checkout', '--quiet', '--force', '--detach', commit)
  return commit
}

function fetchAll(git: (...args: string[]) => string, consumer: string): void {
  try {
    git('fetch', '--quiet', '--tags', 'origin', '+refs/heads/*:refs/remotes/origin/*')
  } catch {
    throw new Error(`the consumer's repository ${consumer} cannot be read with git`)
  }
}

function shortName(ref: string): string {
  return ref.replace(/^refs\/(heads|tags)\//, '')
}

function firstCommit(git: (...args: string[]) => string, names: readonly string[]): string {
  for (const name of names) {
    try {
      return git('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`)
    } catch {
      // Not this kind of name: the next one is tried.
    }
  }
  throw new Error(`A branch or tag with the name '${names[0]}' could not be found`)
}
