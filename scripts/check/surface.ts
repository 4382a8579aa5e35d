import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ActionFile } from '../docs/actions.ts'
import { filesIn, foldersIn, yamlOf } from '../files.ts'
import { compositeFindings } from './composite.ts'
import { looked, type Rule } from './rule.ts'

/** What src/actions/<name>/inputs.ts exports. */
interface Contract {
  readonly Inputs?: { readonly shape?: Readonly<Record<string, unknown>> }
  readonly outputs?: readonly string[] | Readonly<Record<string, unknown>>
}

/** The inputs and outputs of each action.yml are the keys of its schema, and every action has both halves. */
export const surface: Rule = {
  name: 'surface',
  async look(root) {
    const files = filesIn(root, 'action.yml', 'actions/*/action.yml')
    if (files.length === 0) return looked('actions', ['no action.yml in the root or in actions/'])
    const names = files.map(nameOf)
    const orphans = foldersIn(join(root, 'src/actions'))
      .filter((name) => !names.includes(name))
      .map((name) => `src/actions/${name}: has no action.yml`)
    const found = await Promise.all(files.map((file) => findingsIn(root, file)))
    return looked(`${files.length} actions`, [...orphans, ...found.flat()])
  },
}

const RUNNER = 'src/adapters/runner/action.ts'

/** The outputs that every action has, as the runner's adapter lists them. */
async function commonOutputs(root: string): Promise<readonly string[]> {
  if (!existsSync(join(root, RUNNER))) return []
  const runner = (await import(pathToFileURL(join(root, RUNNER)).href)) as {
    COMMON_OUTPUTS?: readonly string[]
  }
  return runner.COMMON_OUTPUTS ?? []
}

const nameOf = (file: string) => (file === 'action.yml' ? 'plan' : (file.split('/')[1] ?? ''))

async function findingsIn(root: string, file: string): Promise<string[]> {
  const action = (yamlOf(root, file) ?? {}) as ActionFile
  if (action.runs?.using === 'composite')
    return compositeFindings(file, action, await commonOutputs(root))
  const source = `src/actions/${nameOf(file)}/inputs.ts`
  if (!existsSync(join(root, source))) return [`${file}: ${source} is missing`]
  const contract = (await import(pathToFileURL(join(root, source)).href)) as Contract
  const outputs = contract.outputs && [
    ...(await commonOutputs(root)),
    ...outputNames(contract.outputs),
  ]
  return [
    ...runsFindings(file, action),
    ...(contract.Inputs?.shape === undefined
      ? [`${source}: exports no zod object Inputs`]
      : differing(
          file,
          'input',
          Object.keys(action.inputs ?? {}),
          Object.keys(contract.Inputs.shape),
        )),
    ...(outputs ? differing(file, 'output', Object.keys(action.outputs ?? {}), outputs) : []),
  ]
}

const outputNames = (outputs: NonNullable<Contract['outputs']>): readonly string[] =>
  Array.isArray(outputs) ? outputs : Object.keys(outputs)

function runsFindings(file: string, { runs = {} }: ActionFile): string[] {
  const up = file === 'action.yml' ? '' : '../../'
  const main = `${up}dist/${nameOf(file)}/index.js`
  return [
    ...(runs.using === 'node24' ? [] : [`${file}: runs.using is not node24`]),
    ...(runs.main === main ? [] : [`${file}: runs.main is not ${main}`]),
  ]
}

function differing(
  file: string,
  kind: string,
  declared: readonly string[],
  coded: readonly string[],
): string[] {
  return [
    ...coded
      .filter((key) => !declared.includes(key))
      .map((key) => `${file}: ${kind} ${key} is only in the code`),
    ...declared
      .filter((key) => !coded.includes(key))
      .map((key) => `${file}: ${kind} ${key} is not in the code`),
  ]
}
