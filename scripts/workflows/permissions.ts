/** Which permissions a call tree asks for, and which a caller grants (DESIGN §10 G3). */
import { type Job, jobsOf, type Permissions, type Workflow } from './model.ts'
import { calledFile } from './reference.ts'

/** Scope to level; a scope without access is absent. */
export type Grant = Readonly<Record<string, string>>

/** What one job may do: its own permissions, else those of its file. */
export function grantOf(workflow: Workflow, job: Job): Grant {
  return asGrant(job.permissions ?? workflow.permissions ?? 'default')
}

/** The union over all jobs of a workflow and of what they call, as GitHub checks it when a run starts. */
export function neededBy(workflow: Workflow, suite: readonly Workflow[], depth = 0): Grant {
  if (depth > 10) throw new Error(`${workflow.path}: the calls never end`)
  return jobsOf(workflow).reduce((union: Grant, [, job]) => {
    const called = suite.find(({ file }) => file === calledFile(job.uses))
    return merge(union, called ? neededBy(called, suite, depth + 1) : grantOf(workflow, job))
  }, {})
}

/** One line for each scope that is granted and not needed, or needed and not granted. */
export function grantDifferences(granted: Grant, needed: Grant): string[] {
  const scopes = new Set([...Object.keys(granted), ...Object.keys(needed)])
  return [...scopes].sort().flatMap((scope) => {
    const has = granted[scope] ?? 'none'
    const wants = needed[scope] ?? 'none'
    return has === wants ? [] : [`grants ${scope}: ${has}, the call tree asks for ${wants}`]
  })
}

/** A grant as one sorted line, for pages and messages. */
export function grantText(grant: Grant): string {
  const parts = Object.entries(grant).sort(([a], [b]) => (a < b ? -1 : 1))
  return parts.length === 0
    ? 'none'
    : parts.map(([scope, level]) => `${scope}: ${level}`).join(', ')
}

function asGrant(permissions: Permissions): Grant {
  // read-all, write-all and the repository's default name no scope: they stay visible as one of their own.
  if (typeof permissions === 'string') return { [`(${permissions})`]: 'write' }
  return Object.fromEntries(Object.entries(permissions).filter(([, level]) => level !== 'none'))
}

function merge(a: Grant, b: Grant): Grant {
  const scopes = new Set([...Object.keys(a), ...Object.keys(b)])
  const level = (scope: string) => (a[scope] === 'write' || b[scope] === 'write' ? 'write' : 'read')
  return Object.fromEntries([...scopes].map((scope) => [scope, level(scope)]))
}
