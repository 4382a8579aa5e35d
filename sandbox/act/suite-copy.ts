import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { localiseAction } from './flatten/composite.ts'
import { jobUses, type Origin, stepUses } from './tree/uses.ts'
import {
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
    const text = writeYaml(localiseWorkflow(readYaml(join(from, name)), origin))
    writeFileSync(join(to, name), checked(text, name))
  }
}

/** A workflow with local references and without the keys that act's schema refuses. */
export function localiseWorkflow(document: YamlMap, origin: Origin): YamlMap {
  return actReadable({
    ...document,
    jobs: mapValues(document.jobs as YamlMap, (job) =>
      isMap(job) ? localiseJob(actReadable(job), origin) : job,
    ),
  })
}

function localiseJob(job: YamlMap, origin: Origin): YamlMap {
  if (job.uses !== undefined)
    return { ...without(job, 'timeout-minutes'), uses: jobUses(asText(job.uses), origin) }
  return { ...job, steps: localiseSteps(job.steps, origin) }
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
  writeFileSync(join(to, 'action.yml'), checked(writeYaml(action), relative(suite, from)))
}

function checked(text: string, name: string): string {
  if (/^\s*(-\s+)?['"]?uses['"]?:\s*['"]?\$\//m.test(text))
    throw new Error(`${name}: a self-repository reference ($/…) is left in the copy for act`)
  return text
}
