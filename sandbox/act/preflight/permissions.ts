import type { RunOptions } from '../options.ts'
import {
  callerGrant,
  excess,
  type Grant,
  jobPermissions,
  type Permissions,
  readPermissions,
  repositoryGrant,
} from '../permissions.ts'
import type { CallTree } from '../tree/call-tree.ts'
import { asText, type Yaml } from '../yaml.ts'

/** A called workflow or job that asks for more than the calling job has, also when it would be skipped. */
export function checkPermissions(
  tree: CallTree,
  options: Pick<RunOptions, 'defaultPermissions'>,
): string[] {
  return below(tree, repositoryGrant(options.defaultPermissions))
}

function below(tree: CallTree, grant: Grant): string[] {
  return [...tree.calls].flatMap(([id, called]) => {
    const job = tree.jobs.get(id) ?? {}
    const allowed = jobPermissions(tree.document, job, grant)
    const where = `${tree.file}: Error calling workflow '${asText(job.uses)}'.`
    const requests = [
      { who: 'The workflow', asked: called.document.permissions },
      ...[...called.jobs]
        .filter(([inner]) => !called.calls.has(inner) || called.jobs.get(inner)?.permissions)
        .map(([inner, { permissions }]) => ({
          who: `The nested job '${inner}'`,
          asked: permissions,
        })),
    ]
    return [
      ...requests.flatMap(({ who, asked }) => refusal(where, who, asked, allowed)),
      ...below(called, callerGrant(allowed)),
    ]
  })
}

function refusal(
  where: string,
  who: string,
  asked: Yaml | undefined,
  allowed: Permissions,
): string[] {
  const wanted = readPermissions(asked) ?? {}
  const areas = excess(wanted, allowed)
  if (areas.length === 0) return []
  const list = (of: Permissions): string =>
    areas.map((area) => `${area}: ${of[area] ?? 'none'}`).join(', ')
  return [
    `${where} ${who} is requesting '${list(wanted)}', but is only allowed '${list(allowed)}'.`,
  ]
}
