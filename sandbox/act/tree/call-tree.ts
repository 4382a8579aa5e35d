import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asMap, asText, parseYaml, type YamlMap } from '../yaml.ts'
import { Refusal } from './refusal.ts'
import { type Origin, parseUses } from './uses.ts'

/** Where the two repositories lie on disk. */
export interface Sources {
  readonly consumer: string
  readonly suite: string
}

/** A workflow file with the files it calls, as they are shipped. */
export interface CallTree {
  readonly origin: Origin
  /** Path inside its repository, for example `.github/workflows/release.yml`. */
  readonly file: string
  readonly document: YamlMap
  readonly jobs: ReadonlyMap<string, YamlMap>
  /** By the id of the calling job. */
  readonly calls: ReadonlyMap<string, CallTree>
}

const deepest = 10

/** Loads a consumer's workflow and everything it calls. Throws Refusal for what does not exist or calls itself. */
export function loadCallTree(sources: Sources, workflow: string): CallTree {
  return load(sources, 'consumer', `.github/workflows/${workflow}`, [])
}

function load(sources: Sources, origin: Origin, file: string, above: readonly string[]): CallTree {
  const full = join(sources[origin], file)
  const name = `${origin}:${file}`
  if (!existsSync(full)) throw new Refusal(`${file}: workflow was not found in the ${origin}`)
  if (above.includes(name) || above.length > deepest)
    throw new Refusal(`${file}: the workflow calls itself`)
  const document = readWorkflow(full, file)
  const jobs = new Map(
    Object.entries(asMap(document.jobs)).map(([id, job]) => [id, asMap(job)] as const),
  )
  if (jobs.size === 0) throw new Refusal(`${file}: the workflow has no jobs`)
  const calls = new Map<string, CallTree>()
  for (const [id, job] of jobs) {
    if (job.uses === undefined) continue
    const called = calledFile(asText(job.uses), origin, `${file}, job ${id}`)
    calls.set(id, load(sources, called.origin, called.path, [...above, name]))
  }
  return { origin, file, document, jobs, calls }
}

function readWorkflow(full: string, file: string): YamlMap {
  try {
    return parseYaml(readFileSync(full, 'utf8'), file)
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : `${file}: invalid workflow`)
  }
}

function calledFile(uses: string, origin: Origin, where: string): { origin: Origin; path: string } {
  const parsed = parseUses(uses, origin)
  if (parsed?.kind === 'suite') return { origin: 'suite', path: parsed.path }
  if (parsed?.kind === 'own') return { origin, path: parsed.path }
  throw new Refusal(`${where}: invalid workflow reference "${uses.slice(0, 100)}"`)
}

/** A file of the tree with its depth (0 for the top) and the path of job ids that leads to it. */
export interface TreeEntry {
  readonly tree: CallTree
  readonly path: readonly string[]
  readonly caller?: { readonly tree: CallTree; readonly job: YamlMap; readonly id: string }
}

/** Every file of the tree, callers before what they call. */
export function* entries(
  tree: CallTree,
  path: readonly string[] = [],
  caller?: TreeEntry['caller'],
): Generator<TreeEntry> {
  yield caller ? { tree, path, caller } : { tree, path }
  for (const [id, called] of tree.calls) {
    yield* entries(called, [...path, id], { tree, job: tree.jobs.get(id) ?? {}, id })
  }
}

/** The event section `on.<event>`; an empty mapping when the event has no settings or does not occur. */
export function trigger(document: YamlMap, event: string): YamlMap {
  return asMap(asMap(document.on)[event])
}

/** True when the file reacts to the event, in any of the three forms of `on`. */
export function hasTrigger(document: YamlMap, event: string): boolean {
  const { on } = document
  if (typeof on === 'string') return on === event
  return Array.isArray(on) ? on.includes(event) : event in asMap(on)
}
