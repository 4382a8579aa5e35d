import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { localiseAction } from './flatten/composite.ts'
import { jobUses, type Origin, stepUses } from './tree/uses.ts'
import {
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
 * Makes the small copy of the suite that act packs for every step: workflows and actions with local references, and a
 * link to the real `dist`. Throws when a self-repository reference is left.
 */
export function copySuite(suite: string, target: string): void {
  copyWorkflows(join(suite, '.github/workflows'), join(target, '.github/workflows'), 'suite')
  for (const folder of actionFolders(suite)) copyAction(suite, target, folder)
  if (existsSync(join(suite, 'dist'))) symlinkSync(join(suite, 'dist'), join(target, 'dist'))
}

/** Copies the workflow files of a folder with references that act resolves and without what it refuses. */
export function copyWorkflows(from: string, to: string, origin: Origin): void {
  mkdirSync(to, { recursive: true })
  if (!existsSync(from)) return
  for (const name of readdirSync(from).filter((file) => /\.ya?ml$/.test(file))) {
    const document = localiseWorkflow(readYaml(join(from, name)), origin)
    writeFileSync(join(to, name), checked(document, name))
  }
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

function actionFolders(suite: string): string[] {
  const found = existsSync(join(suite, 'action.yml')) ? [''] : []
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(suite, folder), { withFileTypes: true })) {
      if (!entry.isDirectory() || entry.name === 'node_modules') continue
      const path = `${folder}/${entry.name}`
      if (existsSync(join(suite, path, 'action.yml'))) found.push(path)
      walk(path)
    }
  }
  if (existsSync(join(suite, 'actions'))) walk('actions')
  return found
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
