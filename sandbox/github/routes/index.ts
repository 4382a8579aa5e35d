import type { OperationName } from '../contract/operations.ts'
import type { Route } from '../route.ts'
import { actionRoutes } from './actions.ts'
import { assetRoutes } from './assets.ts'
import { commentRoutes } from './comments.ts'
import { commitRoutes } from './commits.ts'
import { contentRoutes } from './contents.ts'
import { deploymentStatusRoutes } from './deployment-statuses.ts'
import { deploymentRoutes } from './deployments.ts'
import { gitObjectRoutes } from './git-objects.ts'
import { issueRoutes } from './issues.ts'
import { labelRoutes } from './labels.ts'
import { refRoutes } from './refs.ts'
import { releaseRoutes } from './releases.ts'
import { repositoryRoutes } from './repositories.ts'
import { statusRoutes } from './statuses.ts'
import { treeRoutes } from './trees.ts'

const all = [
  ...actionRoutes,
  ...assetRoutes,
  ...commitRoutes,
  ...commentRoutes,
  ...contentRoutes,
  ...deploymentRoutes,
  ...deploymentStatusRoutes,
  ...gitObjectRoutes,
  ...issueRoutes,
  ...labelRoutes,
  ...refRoutes,
  ...releaseRoutes,
  ...repositoryRoutes,
  ...statusRoutes,
  ...treeRoutes,
]
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
