import { apiUrl, nodeId, pageUrl } from '../bodies/names.ts'
import type { BranchRule } from '../options.ts'
import { cutPage, paged } from '../page.ts'
import { found, ok, route } from '../route.ts'
import { mayBypass, rulesOf } from '../rules.ts'
import type { Repository, Token } from '../store.ts'
import type { World } from '../world.ts'

/** Rulesets, and the rules that they put over one branch. */
export const rulesetRoutes = [
  route('GET /repos/{owner}/{repo}/rulesets', { metadata: 'read' }, (call) =>
    paged(call, rulesetsOf(call.world, call.repository), (ruleset) =>
      rulesetBody(call.world, call.repository, ruleset),
    ),
  ),
  route('GET /repos/{owner}/{repo}/rulesets/{ruleset_id}', { metadata: 'read' }, (call) => {
    const { world, repository, token, input } = call
    const all = rulesetsOf(world, repository)
    const ruleset = found(all.find(({ id }) => id === input.ruleset_id))
    return ok({
      ...rulesetBody(world, repository, ruleset),
      current_user_can_bypass: bypassOf(ruleset, token),
      conditions: { ref_name: { include: includedRefs(ruleset), exclude: [] } },
      rules: ruleset.rules.map(ruleBody),
    })
  }),
  route('GET /repos/{owner}/{repo}/rules/branches/{branch}', { metadata: 'read' }, (call) => {
    const { world, repository, input } = call
    const rules = rulesOf(repository, input.branch).filter((rule) => rule.isProtection !== true)
    const { part, headers } = cutPage(call, rules)
    const source = { ruleset_source_type: 'Repository', ruleset_source: repository.fullName }
    const body = part.map((rule) => ({
      ...ruleBody(rule),
      ...source,
      ruleset_id: rulesetId(world, repository, rulesetName(rule)),
    }))
    return { ...ok(body), headers }
  }),
]

/** Rules that stand together under a name. */
export interface Ruleset {
  readonly id: number
  readonly name: string
  readonly rules: readonly BranchRule[]
}

/** The rulesets of a repository; the older branch protection is none. */
export function rulesetsOf(world: World, repository: Repository): Ruleset[] {
  const rules = repository.rules.filter((rule) => rule.isProtection !== true)
  return [...new Set(rules.map(rulesetName))].map((name) => ({
    id: rulesetId(world, repository, name),
    name,
    rules: rules.filter((rule) => rulesetName(rule) === name),
  }))
}

function rulesetName({ ruleset = 'branches' }: BranchRule) {
  return ruleset
}

function rulesetId(world: World, repository: Repository, name: string) {
  return world.accountId(`${repository.fullName} ruleset ${name}`)
}

function rulesetBody(world: World, repository: Repository, { id, name }: Ruleset) {
  return {
    id,
    node_id: nodeId('RepositoryRuleset', id),
    name,
    target: 'branch',
    source_type: 'Repository',
    source: repository.fullName,
    enforcement: 'active',
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    _links: {
      self: { href: `${apiUrl(world, repository)}/rulesets/${id}` },
      html: { href: `${pageUrl(world, repository)}/rules/${id}` },
    },
  }
}

function bypassOf({ rules }: Ruleset, { login }: Token) {
  return rules.every((rule) => mayBypass(rule, login)) ? 'always' : 'never'
}

function includedRefs({ rules }: Ruleset) {
  return [...new Set(rules.map(({ branch }) => `refs/heads/${branch}`))]
}

function ruleBody(rule: BranchRule) {
  return { type: rule.type, ...parametersOf(rule) }
}

function parametersOf(rule: BranchRule) {
  if (rule.type === 'required_status_checks') {
    const required = (rule.contexts ?? []).map((context) => ({ context }))
    return {
      parameters: {
        strict_required_status_checks_policy: false,
        required_status_checks: required,
      },
    }
  }
  if (rule.type !== 'pull_request') return {}
  return {
    parameters: {
      dismiss_stale_reviews_on_push: false,
      require_code_owner_review: false,
      require_last_push_approval: false,
      required_approving_review_count: 1,
      required_review_thread_resolution: false,
    },
  }
}
