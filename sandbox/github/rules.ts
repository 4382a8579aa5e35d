import type { BranchRule } from './options.ts'
import { refuse } from './refusal.ts'
import type { Repository, Token } from './store.ts'

/** What somebody is about to do with a branch. */
export type BranchChange = 'create' | 'update' | 'force' | 'delete'

const actionsBot = 'github-actions[bot]'

/** Whether a rule stands over a branch. */
export function coversBranch({ branch: name }: BranchRule, branch: string): boolean {
  return name.endsWith('*') ? branch.startsWith(name.slice(0, -1)) : name === branch
}

/** The rules that stand over a branch, those of the older protection included. */
export function rulesOf(repository: Repository, branch: string): readonly BranchRule[] {
  return repository.rules.filter((rule) => coversBranch(rule, branch))
}

/** The rules that a change of somebody would break, with GitHub's sentence about each; none when it may go on. */
export function brokenRules(
  repository: Repository,
  token: Token,
  ref: string,
  change: BranchChange,
): { readonly rule: BranchRule; readonly sentence: string }[] {
  if (!ref.startsWith('refs/heads/')) return []
  return rulesOf(repository, ref.slice('refs/heads/'.length)).flatMap((rule) =>
    sentencesFor(rule, change, token.login).map((sentence) => ({ rule, sentence })),
  )
}

/** The text in which GitHub names broken rules. */
export function violationText(sentences: readonly string[]): string {
  return `Repository rule violations found\n\n${sentences.join('\n')}\n\n`
}

/** Refuses a change by REST that breaks a rule: 422. */
export function requireRules(
  repository: Repository,
  token: Token,
  ref: string,
  change: BranchChange,
): void {
  const broken = brokenRules(repository, token, ref, change)
  if (broken.length > 0) refuse(422, violationText(broken.map(({ sentence }) => sentence)))
}

/** Whether a rule does not stop somebody. GitHub takes no bypass for GITHUB_TOKEN. */
export function mayBypass({ bypass = [] }: BranchRule, login: string): boolean {
  return login !== actionsBot && bypass.includes(login)
}

/** GitHub's sentences about a change that a rule forbids to somebody. */
export function sentencesFor(rule: BranchRule, change: BranchChange, login: string): string[] {
  if (mayBypass(rule, login)) return []
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
