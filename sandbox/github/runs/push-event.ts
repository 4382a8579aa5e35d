import { posix } from 'node:path'
import { isRecord } from '../contract/repair.ts'
import { zeroOid } from '../git/zero.ts'
import type { Repository, Token } from '../store.ts'
import type { World } from '../world.ts'
import { handOver, noteRun, SILENT } from './start.ts'
import { type WorkflowFile, workflowFiles } from './workflow-file.ts'

/** Object ids of branches and tags by full name. */
export type Refs = ReadonlyMap<string, string>

/** Where all branches and tags stand now. */
export async function refsOf({ git }: Repository): Promise<Refs> {
  return new Map((await git.refs('refs/')).map(({ ref, oid }) => [ref, oid]))
}

/** Starts the workflows of each branch and tag that a push has made or moved, as its own commit has them. */
export async function startPushRuns(
  world: World,
  repository: Repository,
  token: Token,
  before: Refs,
): Promise<void> {
  if (token.login === SILENT) return
  for (const [ref, oid] of await refsOf(repository)) {
    const old = before.get(ref) ?? zeroOid
    if (old !== oid) await startRuns(world, repository, token.login, { ref, old })
  }
}

async function startRuns(
  world: World,
  repository: Repository,
  actor: string,
  { ref, old }: { readonly ref: string; readonly old: string },
): Promise<void> {
  const sha = await repository.git.commitOf(ref)
  if (sha === undefined) return
  const headBranch = ref.replace(/^refs\/(heads|tags)\//, '')
  for (const { path, name, triggers } of await workflowFiles(repository, sha)) {
    if (!waitsFor(triggers, ref, headBranch)) continue
    const run = noteRun(world, repository, {
      ...{ workflow: path, name, title: name, event: 'push', headBranch, headSha: sha, actor },
      inputs: {},
      payload: { ref, before: old, after: sha },
    })
    handOver(world, repository, run)
  }
}

/** Who names branches only hears nothing of tags, and the other way round; who names neither hears of all. */
function waitsFor(triggers: WorkflowFile['triggers'], ref: string, name: string): boolean {
  if (!('push' in triggers)) return false
  const { push } = triggers
  const { branches, tags } = isRecord(push) ? push : {}
  if (branches === undefined && tags === undefined) return true
  const patterns = ref.startsWith('refs/tags/') ? tags : branches
  return [patterns ?? []].flat().some((pattern) => posix.matchesGlob(name, String(pattern)))
}
