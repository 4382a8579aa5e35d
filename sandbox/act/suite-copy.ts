import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { localiseAction } from './flatten/composite.ts'
import { isComposite, readAction } from './tree/action-file.ts'
import { type CallTree, entries } from './tree/call-tree.ts'
import { jobUses, type Origin, parseUses, stepUses } from './tree/uses.ts'
import {
  asList,
  asMap,
  asText,
  isMap,
  mapValues,
  readYaml,
  without,
  writeYaml,
  type Yaml,
  type YamlMap,
} from './yaml.ts'

/**
 * Makes the small copy of the suite that act packs whole for every step: the actions that the tree uses, with local
 * references, and a link to the real `dist`. Throws when a self-repository reference is left.
 */
export function copySuite(suite: string, target: string, tree: CallTree): void {
  mkdirSync(target, { recursive: true })
  for (const folder of usedActions(suite, tree)) copyAction(suite, target, folder)
  if (existsSync(join(suite, 'dist'))) symlinkSync(join(suite, 'dist'), join(target, 'dist'))
}

/**
 * Copies the workflow files of the tree that stand in one of the two repositories, with references that act resolves and
 * without what it refuses. Throws when a self-repository reference is left.
 */
export function copyWorkflows(tree: CallTree, origin: Origin, target: string): void {
  const files = [...entries(tree)].map((entry) => entry.tree).filter((f) => f.origin === origin)
  for (const { file, document } of files) {
    mkdirSync(dirname(join(target, file)), { recursive: true })
    writeFileSync(join(target, file), checked(localiseWorkflow(document, origin), basename(file)))
  }
}

/** Folders of the actions that the steps of the tree use, and of those that these use themselves. */
function usedActions(suite: string, tree: CallTree): ReadonlySet<string> {
  const found = new Set<string>()
  const add = (steps: Yaml | undefined, origin: Origin): void => {
    for (const path of usedBy(steps, origin)) {
      const action = readAction(suite, path)
      if (found.has(path) || action === undefined) continue
      found.add(path)
      if (isComposite(action)) add(asMap(action.runs).steps, 'suite')
    }
  }
  for (const { tree: file } of entries(tree))
    for (const job of file.jobs.values()) add(job.steps, file.origin)
  return found
}

function usedBy(steps: Yaml | undefined, origin: Origin): string[] {
  return asList(steps).flatMap((step) => {
    const uses = parseUses(asText(asMap(step).uses), origin)
    return uses?.kind === 'suite' ? [uses.path] : []
  })
}

/** A workflow with local references and without the keys that act's schema refuses. */
export function localiseWorkflow(document: YamlMap, origin: Origin): YamlMap {
  return actReadable({
    ...document,
    jobs: mapValues(asMap(document.jobs), (job) =>
      isMap(job) ? localiseJob(actReadable(job), origin) : job,
    ),
  })
}

/** act silently skips a job whose label it does not know: every job gets the one it knows. */
function localiseJob(job: YamlMap, origin: Origin): YamlMap {
  if (job.uses !== undefined)
    return { ...without(job, 'timeout-minutes'), uses: jobUses(asText(job.uses), origin) }
  return { ...job, 'runs-on': 'ubuntu-latest', steps: localiseSteps(job.steps, origin) }
}

function localiseSteps(steps: Yaml | undefined, origin: Origin): Yaml {
  if (!Array.isArray(steps)) return steps ?? []
  return steps.map((step: Yaml) =>
    isMap(step) && step.uses !== undefined
      ? { ...step, uses: stepUses(asText(step.uses), origin) }
      : step,
  )
}

function actReadable(section: YamlMap): YamlMap {
  const { concurrency, permissions, environment } = section
  return {
    ...section,
    ...(isMap(concurrency) ? { concurrency: without(concurrency, 'queue') } : {}),
    ...(isMap(permissions)
      ? { permissions: without(permissions, 'artifact-metadata', 'vulnerability-alerts') }
      : {}),
    ...(isMap(environment) ? { environment: without(environment, 'deployment') } : {}),
  }
}

function copyAction(suite: string, target: string, folder: string): void {
  const from = join(suite, folder)
  const to = join(target, folder)
  mkdirSync(to, { recursive: true })
  if (folder !== '')
    cpSync(from, to, {
      recursive: true,
      filter: (source) => !/^(node_modules|README\.md|action\.yml)$/.test(basename(source)),
    })
  const action = localiseAction(readYaml(join(from, 'action.yml')), suite)
  writeFileSync(join(to, 'action.yml'), checked(action, `${folder}/action.yml`))
}

/** The YAML text of a document without any self-repository reference. */
function checked(document: YamlMap, name: string): string {
  if (usesSelf(document))
    throw new Error(`${name}: a self-repository reference ($/…) is left in the copy for act`)
  return writeYaml(document)
}

function usesSelf(value: Yaml | undefined): boolean {
  if (Array.isArray(value)) return value.some((item: Yaml) => usesSelf(item))
  if (!isMap(value)) return false
  return asText(value.uses).startsWith('$/') || Object.values(value).some(usesSelf)
}
