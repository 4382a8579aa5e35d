import type { BranchRule } from './options.ts'
import { refuse } from './refusal.ts'
import type { Repository } from './store.ts'

/** What somebody is about to do with a branch. */
export type BranchChange = 'create' | 'update' | 'force' | 'delete'

/** The rules that stand over a branch. */
export function rulesOf(repository: Repository, branch: string): readonly BranchRule[] {
  return repository.rules.filter(({ branch: name }) =>
    name.endsWith('*') ? branch.startsWith(name.slice(0, -1)) : name === branch,
  )
}

/** GitHub's sentences about the rules that a change would break; none when it may go on. */
export function brokenRules(repository: Repository, ref: string, change: BranchChange): string[] {
  if (!ref.startsWith('refs/heads/')) return []
  const rules = rulesOf(repository, ref.slice('refs/heads/'.length))
  return rules.flatMap((rule) => sentences(rule, change))
}

/** The text in which GitHub names broken rules. */
export function violationText(sentencesOfRules: readonly string[]): string {
  return `Repository rule violations found\n\n${sentencesOfRules.join('\n')}\n\n`
}

/** Refuses a change by REST that breaks a rule: 422. */
export function requireRules(repository: Repository, ref: string, change: BranchChange): void {
  const broken = brokenRules(repository, ref, change)
  if (broken.length > 0) refuse(422, violationText(broken))
}

function sentences(rule: BranchRule, change: BranchChange): string[] {
  if (change === 'create') {
    return rule.type === 'creation' ? ['Cannot create ref due to creations being restricted.'] : []
  }
  if (change === 'delete') {
    return rule.type === 'deletion' ? ['Cannot delete this branch'] : []
  }
  if (rule.type === 'non_fast_forward') {
    return change === 'force' ? ['Cannot force-push to this branch'] : []
  }
  return updateSentences(rule)
}

function updateSentences(rule: BranchRule): string[] {
  if (rule.type === 'pull_request') return ['Changes must be made through a pull request.']
  if (rule.type === 'update') return ['Cannot update this protected ref.']
  if (rule.type === 'required_status_checks') {
    return (rule.contexts ?? []).map((context) => `Required status check "${context}" is expected.`)
  }
  return []
}
