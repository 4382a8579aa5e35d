import type { OperationName } from '../contract/operations.ts'
import type { Route } from '../route.ts'
import { approvalRoutes } from './approvals.ts'
import { artifactRoutes } from './artifacts.ts'
import { assetRoutes } from './assets.ts'
import { attestationRoutes } from './attestations.ts'
import { branchRoutes } from './branches.ts'
import { checkRoutes } from './checks.ts'
import { commentRoutes } from './comments.ts'
import { commitRoutes } from './commits.ts'
import { contentChangeRoutes } from './content-changes.ts'
import { contentRoutes } from './contents.ts'
import { deploymentStatusRoutes } from './deployment-statuses.ts'
import { deploymentRoutes } from './deployments.ts'
import { environmentRoutes } from './environments.ts'
import { gitObjectRoutes } from './git-objects.ts'
import { issueLabelRoutes } from './issue-labels.ts'
import { issueRoutes } from './issues.ts'
import { labelRoutes } from './labels.ts'
import { refRoutes } from './refs.ts'
import { releaseNoteRoutes } from './release-notes.ts'
import { releaseRoutes } from './releases.ts'
import { repositoryRoutes } from './repositories.ts'
import { rulesetRoutes } from './rulesets.ts'
import { runChangeRoutes } from './run-changes.ts'
import { runRoutes } from './runs.ts'
import { statusRoutes } from './statuses.ts'
import { teamRoutes } from './teams.ts'
import { treeRoutes } from './trees.ts'
import { workflowRoutes } from './workflows.ts'

const all: readonly Route[] = [
  approvalRoutes,
  artifactRoutes,
  assetRoutes,
  attestationRoutes,
  branchRoutes,
  checkRoutes,
  commentRoutes,
  commitRoutes,
  contentChangeRoutes,
  contentRoutes,
  deploymentRoutes,
  deploymentStatusRoutes,
  environmentRoutes,
  gitObjectRoutes,
  issueLabelRoutes,
  issueRoutes,
  labelRoutes,
  refRoutes,
  releaseNoteRoutes,
  releaseRoutes,
  repositoryRoutes,
  rulesetRoutes,
  runChangeRoutes,
  runRoutes,
  statusRoutes,
  teamRoutes,
  treeRoutes,
  workflowRoutes,
].flat()
const byName = new Map(all.map((each) => [each.name, each]))

/** The route of each operation. */
export const routes = {
  /** Fails when an operation of the contract has no route: the sandbox would be incomplete. */
  get(name: OperationName): Route {
    const route = byName.get(name)
    if (route === undefined) throw new Error(`no route for ${name}`)
    return route
  },
}
