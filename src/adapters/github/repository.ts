import * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import type { Repository } from '../../ports/repository.ts'
import { pathSegment } from '../http/path-segment.ts'
import type { Client } from './client.ts'

const FileAnswer = z.object({
  type: z.literal('file'),
  encoding: z.literal('base64'),
  content: z.string(),
  size: z.int().nonnegative().optional(),
})
const CommitAnswer = z.object({ sha: z.string().regex(/^[0-9a-f]{40}$/) })
const CompareAnswer = z.object({ status: z.enum(['ahead', 'behind', 'identical', 'diverged']) })
const PermissionAnswer = z.object({ permission: z.string() })
const RoleAnswer = z.object({ role_name: z.string() })
const Rule = z.object({ type: z.string() })

/** A 404 as `undefined`; every other failure stays one. */
export async function unlessAbsent<T>(
  request: Promise<T>,
  code = 'absent',
): Promise<T | undefined> {
  try {
    return await request
  } catch (error) {
    if (error instanceof Failure && error.code === code) return undefined
    throw error
  }
}

export function githubRepository(client: Client): Repository {
  return {
    async defaultFile(path) {
      const route = `GET /repos/{owner}/{repo}/contents/${encodePath(path)}`
      // Without a ref GitHub reads the default branch.
      const file = await unlessAbsent(client.get(FileAnswer, route))
      return file === undefined ? undefined : textOf(file, path)
    },
    tagCommit: (tag) => resolved(client, `tags/${tag}`),
    async commit(sha) {
      const found = await resolved(client, sha)
      // A branch or a tag may have a name that looks like a commit.
      return found?.startsWith(sha) ? found : undefined
    },
    async relation(base, head) {
      const route = 'GET /repos/{owner}/{repo}/compare/{basehead}'
      const basehead = `${base}...${head}`
      return (await unlessAbsent(client.get(CompareAnswer, route, { basehead })))?.status
    },
    createBranch: (name, commit) => createBranch(client, name, commit),
    permission: async (login) =>
      (await collaborator(PermissionAnswer, client, login))?.permission ?? 'none',
    role: async (login) => (await collaborator(RoleAnswer, client, login))?.role_name ?? 'none',
    async branchRules(branch) {
      const route = 'GET /repos/{owner}/{repo}/rules/branches/{branch}'
      return (await client.list(Rule, route, { branch })).map((rule) => rule.type)
    },
  }
}

/** The commit that a ref resolves to. */
async function resolved(client: Client, ref: string): Promise<string | undefined> {
  const route = 'GET /repos/{owner}/{repo}/commits/{ref}'
  // GitHub answers 422 where a ref does not resolve to a commit, 404 where the repository is not seen.
  const commit = await unlessAbsent(
    unlessAbsent(client.get(CommitAnswer, route, { ref })),
    'rejected',
  )
  return commit?.sha
}

function collaborator<T>(answer: z.ZodType<T>, client: Client, username: string) {
  const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission'
  return unlessAbsent(client.get(answer, route, { username }))
}

/**
 * The text of a file or blob, whole: base64 that was cut is base64 still.
 * @throws Failure `bad-answer` where its length is not the size that GitHub names.
 */
export function textOf(
  { content, size }: { readonly content: string; readonly size?: number | undefined },
  name: string,
): string {
  const bytes = Buffer.from(content, 'base64')
  if (size === undefined || bytes.length === size) return bytes.toString('utf8')
  throw new Failure('bad-answer', `GitHub answered ${bytes.length} of ${size} bytes of ${name}`)
}

async function createBranch(client: Client, name: string, sha: string) {
  const route = 'POST /repos/{owner}/{repo}/git/refs'
  try {
    await client.write(z.object({ ref: z.string() }), route, { ref: `refs/heads/${name}`, sha })
    return 'created' as const
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    if (error.code === 'rejected' && /already exists/i.test(error.message))
      return 'there already' as const
    // 404 is what GitHub says where the token lacks `workflows`.
    if (['forbidden', 'absent', 'rejected'].includes(error.code)) return 'refused' as const
    throw error
  }
}

/** A path as it stands in an address. @throws Failure `bad-input` for parts that have no spelling there. */
export function encodePath(path: string): string {
  return path.split('/').map(pathSegment).join('/')
}
