import type { BranchChange } from '../rules.ts'
import { sentencesFor } from '../rules.ts'
import { secretExpression } from '../secrets.ts'
import type { Repository, Token } from '../store.ts'

const changes: readonly BranchChange[] = ['create', 'update', 'force', 'delete']

/** What the hook of a push needs to know, as its environment. */
export function pushRules(repository: Repository, token: Token): Record<string, string> {
  const isApp = token.kind === 'app' && token.permissions.workflows !== 'write'
  return {
    PUSH_RULES: repository.rules
      .flatMap((rule) =>
        changes.flatMap((change) =>
          sentencesFor(rule, change, token.login).map(
            (sentence) => `refs/heads/${rule.branch}\t${change}\t${sentence}`,
          ),
        ),
      )
      .join('\n'),
    ...(isApp && { WORKFLOWS: 'refused' }),
    ...(repository.pushProtection && { SECRETS: secretExpression }),
  }
}
