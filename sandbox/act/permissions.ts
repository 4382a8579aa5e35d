import { isMap, type Yaml, type YamlMap } from './yaml.ts'

/** What a token may do in one area. */
export type Access = 'none' | 'read' | 'write'
/** Access per area; an area that is absent is `none`. */
export type Permissions = Readonly<Record<string, Access>>

/** The areas GitHub knows, in its own order. */
export const areas = [
  'actions',
  'artifact-metadata',
  'attestations',
  'checks',
  'contents',
  'deployments',
  'discussions',
  'id-token',
  'issues',
  'models',
  'packages',
  'pages',
  'pull-requests',
  'security-events',
  'statuses',
  'vulnerability-alerts',
] as const

const rank: Readonly<Record<Access, number>> = { none: 0, read: 1, write: 2 }

/** What the jobs of a file may have at most, and what they have when nobody asks for anything. */
export interface Grant {
  readonly most: Permissions
  readonly standard: Permissions
}

/** The grant of a file that nobody calls: the repository's setting is only a default, a file may ask for more. */
export function repositoryGrant(standard: 'read' | 'write' = 'read'): Grant {
  const most = allAreas('write')
  return { most, standard: standard === 'write' ? most : { contents: 'read', packages: 'read' } }
}

/** The grant of a called file: what the calling job has is both. */
export function callerGrant(permissions: Permissions): Grant {
  return { most: permissions, standard: permissions }
}

/** Reads a `permissions` value; nothing when the key is absent. */
export function readPermissions(value: Yaml | undefined): Permissions | undefined {
  if (value === undefined) return undefined
  if (value === 'read-all') return allAreas('read')
  if (value === 'write-all') return allAreas('write')
  if (!isMap(value)) return {}
  return Object.fromEntries(
    Object.entries(value).map(([area, access]) => [area, readAccess(access)] as const),
  )
}

function allAreas(access: Access): Permissions {
  const readable = areas.filter((area) => access === 'write' || area !== 'id-token')
  return Object.fromEntries(readable.map((area) => [area, access]))
}

function readAccess(value: Yaml | undefined): Access {
  return value === 'read' || value === 'write' ? value : 'none'
}

/** What a job has: its own permissions, else its workflow's, else the standard; never more than the most. */
export function jobPermissions(document: YamlMap, job: YamlMap, grant: Grant): Permissions {
  const asked = readPermissions(job.permissions) ?? readPermissions(document.permissions)
  return asked ? shrink(asked, grant.most) : grant.standard
}

/** The lower access of both, area by area; areas without access are left out. */
export function shrink(asked: Permissions, granted: Permissions): Permissions {
  const pairs = Object.keys(asked).map((area) => [area, lower(asked[area], granted[area])] as const)
  return Object.fromEntries(pairs.filter(([, access]) => access !== 'none'))
}

function lower(one: Access = 'none', other: Access = 'none'): Access {
  return rank[one] <= rank[other] ? one : other
}

/** The areas where more is asked than granted. */
export function excess(asked: Permissions, granted: Permissions): string[] {
  return Object.keys(asked)
    .filter((area) => rank[asked[area] ?? 'none'] > rank[granted[area] ?? 'none'])
    .sort()
}
