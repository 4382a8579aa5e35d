import { evaluateText, type KnownContexts } from '../expression/evaluate.ts'
import { runContexts } from '../known-run.ts'
import type { RunOptions } from '../options.ts'
import type { CallTree } from '../tree/call-tree.ts'
import { calledContexts } from '../tree/known-values.ts'
import { asText, isMap, type Yaml, type YamlMap } from '../yaml.ts'

/** A concurrency group that a caller holds and something it calls wants too: GitHub cancels the run as a deadlock. */
export function checkConcurrency(tree: CallTree, options: RunOptions): string[] {
  const contexts = runContexts(tree, options)
  const workflow = asText(tree.document.name) || tree.file
  const github = new Map([...(contexts.github ?? []), ['workflow', workflow] as const])
  return below(tree, { ...contexts, github }, new Map(), '')
}

/** `held` maps the groups held above to who holds them. */
function below(
  tree: CallTree,
  contexts: KnownContexts,
  held: ReadonlyMap<string, string>,
  path: string,
): string[] {
  const own = groupOf(tree.document, contexts)
  const who = path === '' ? 'top level workflow' : path
  const holding = withGroup(held, own, who)
  return [
    ...queueErrors(tree.document.concurrency, tree.file),
    ...deadlock(held, own, who),
    ...[...tree.jobs].flatMap(([id, job]) => {
      const jobPath = path === '' ? id : `${path} / ${id}`
      const group = groupOf(job, contexts)
      const errors = [
        ...queueErrors(job.concurrency, `${tree.file}, job ${id}`),
        ...deadlock(holding, group, jobPath),
      ]
      const called = tree.calls.get(id)
      if (!called) return errors
      const inner = calledContexts(called.document, job, contexts)
      return [...errors, ...below(called, inner, withGroup(holding, group, jobPath), jobPath)]
    }),
  ]
}

/** The group's name; one that is unknown before the run is compared by its text. */
function groupOf({ concurrency }: YamlMap, contexts: KnownContexts): string | undefined {
  const written = asText(isMap(concurrency) ? concurrency.group : concurrency)
  return written === '' ? undefined : (evaluateText(written, contexts) ?? written).toLowerCase()
}

function withGroup(
  held: ReadonlyMap<string, string>,
  group: string | undefined,
  who: string,
): ReadonlyMap<string, string> {
  return group === undefined ? held : new Map([...held, [group, who]])
}

function deadlock(
  held: ReadonlyMap<string, string>,
  group: string | undefined,
  who: string,
): string[] {
  const holder = group === undefined ? undefined : held.get(group)
  return holder === undefined
    ? []
    : [
        `Canceling since a deadlock for concurrency group '${group}' was detected between '${holder}' and '${who}'`,
      ]
}

function queueErrors(concurrency: Yaml | undefined, where: string): string[] {
  const both =
    isMap(concurrency) && concurrency.queue === 'max' && concurrency['cancel-in-progress'] === true
  return both
    ? [`${where}: concurrency: queue: max cannot be combined with cancel-in-progress: true`]
    : []
}
