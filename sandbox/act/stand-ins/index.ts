import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { matrixAction } from '../flatten/legs.ts'
import type { RunOptions } from '../options.ts'
import { type CallTree, entries } from '../tree/call-tree.ts'
import { parseUses } from '../tree/uses.ts'
import { asMap, asText, isMap, writeYaml, type YamlMap } from '../yaml.ts'

/** The actions of others that the sandbox imitates, by repository: their inputs and outputs. */
const imitated: Readonly<
  Record<string, { inputs: readonly string[]; outputs: readonly string[] }>
> = {
  'actions/checkout': {
    inputs: ['repository', 'ref', 'token', 'path', 'fetch-depth', 'persist-credentials', 'clean'],
    outputs: ['ref', 'commit'],
  },
  'actions/setup-python': {
    inputs: ['python-version', 'cache', 'architecture', 'check-latest'],
    outputs: ['python-version', 'python-path'],
  },
  'actions/setup-node': { inputs: ['node-version', 'cache'], outputs: ['node-version'] },
  [matrixAction]: { inputs: ['matrix', 'slots'], outputs: [] },
}

/** True for an action of somebody else that has a stand-in. */
export function hasStandIn(repository: string, path: string): boolean {
  return path === '' && repository in imitated
}

/** Writes the stand-ins that the tree uses and returns their folders by `owner/name@ref`. */
export function writeStandIns(tree: CallTree, options: RunOptions): Record<string, string> {
  const wanted = new Set([`${matrixAction}@local`, ...foreignUses(tree)])
  return Object.fromEntries(
    [...wanted].flatMap((key) => {
      const [repository = ''] = key.split('@')
      const surface = imitated[repository]
      if (!surface) return []
      const folder = join(options.workdir, 'stand-ins', repository)
      writeStandIn(folder, repository.split('/')[1] ?? '', surface, options)
      return [[key, folder] as const]
    }),
  )
}

/** Every `owner/name@ref` of an action of somebody else that a step of the tree names. */
export function foreignUses(tree: CallTree): string[] {
  return [...entries(tree)].flatMap(({ tree: file }) =>
    [...file.jobs.values()]
      .flatMap((job) => (Array.isArray(job.steps) ? job.steps : []))
      .filter(isMap)
      .flatMap((step: YamlMap) => {
        const uses = parseUses(asText(step.uses), file.origin)
        return uses?.kind === 'foreign' ? [`${uses.repository}@${uses.ref}`] : []
      }),
  )
}

function writeStandIn(
  folder: string,
  name: string,
  surface: { inputs: readonly string[]; outputs: readonly string[] },
  { consumer, repository }: RunOptions,
): void {
  mkdirSync(folder, { recursive: true })
  const described = (names: readonly string[]): YamlMap =>
    Object.fromEntries(names.map((key) => [key, { description: key }]))
  const action = {
    name,
    description: `stand-in of the sandbox for ${name}`,
    inputs: asMap(described(surface.inputs)),
    outputs: asMap(described(surface.outputs)),
    runs: { using: 'node24', main: 'main.mjs' },
  }
  const from = (file: string): string => JSON.stringify(new URL(file, import.meta.url).href)
  const setting = JSON.stringify({ consumer, repository })
  const main = [
    `import { guarded } from ${from('./runner-io.ts')}`,
    `import { run } from ${from(`./${name}.ts`)}`,
    `guarded(() => run(${setting}))`,
  ]
  writeFileSync(join(folder, 'action.yml'), writeYaml(action))
  writeFileSync(join(folder, 'main.mjs'), `${main.join('\n')}\n`)
}
