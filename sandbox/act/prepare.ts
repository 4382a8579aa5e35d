import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Places, workflowRef } from './act-call.ts'
import { dispatchInputs, eventPayload } from './event-payload.ts'
import { flatten } from './flatten/index.ts'
import type { Plan } from './flatten/plan.ts'
import { environmentSecret } from './flatten/rewrite.ts'
import type { FlattenSettings, KnownResults } from './flatten/scope.ts'
import { runContexts } from './known-run.ts'
import { calledDirectory, flatDirectory } from './log/directory.ts'
import type { JobDirectory } from './log/job-record.ts'
import { writeNode } from './node-path.ts'
import type { RunOptions } from './options.ts'
import { repositoryGrant } from './permissions.ts'
import { writeStandIns } from './stand-ins/index.ts'
import { copyWorkflows } from './suite-copy.ts'
import type { CallTree } from './tree/call-tree.ts'
import { suiteRef, suiteSlug } from './tree/uses.ts'
import { asText } from './yaml.ts'

/** Everything that act needs, written to the work folder. */
export interface Prepared {
  readonly places: Places
  readonly directory: JobDirectory
  /** By the name under which act gets them. */
  readonly secrets: Readonly<Record<string, string>>
  /** Absent when the files run as they are called. */
  readonly plan?: Plan
}

/** Writes the flat file and issues a token for each of its jobs. */
export function prepareFlat(
  tree: CallTree,
  options: RunOptions,
  known: KnownResults | undefined,
): Prepared {
  const settings = flattenSettings(tree, options, known)
  const { text, plan } = flatten(tree, settings)
  const places = makePlaces(tree, options, settings.inputs)
  writeFileSync(places.workflow, text)
  const tokens = plan.tokens.map(
    ({ secret, permissions, job }) => [secret, options.issueToken(permissions, job)] as const,
  )
  const secrets = { ...runSecrets(options), ...Object.fromEntries(tokens) }
  return { places, directory: flatDirectory(plan, workflowName(tree)), secrets, plan }
}

/** Copies the files as they are called; all jobs share one token with everything the top file grants. */
export function prepareCalled(tree: CallTree, options: RunOptions): Prepared {
  const places = makePlaces(tree, options, dispatchInputs(tree.document, options))
  copyWorkflows(tree, 'consumer', places.repository)
  copyWorkflows(tree, 'suite', join(options.workdir, 'suite'))
  const token = options.issueToken(repositoryGrant('write').standard, tree.file)
  const secrets = { ...runSecrets(options), GITHUB_TOKEN: token }
  return { places, directory: calledDirectory(), secrets }
}

function workflowName(tree: CallTree): string {
  return asText(tree.document.name) || tree.file
}

function flattenSettings(
  tree: CallTree,
  options: RunOptions,
  known: KnownResults | undefined,
): FlattenSettings {
  return {
    suite: options.suite,
    event: options.event,
    inputs: dispatchInputs(tree.document, options),
    secretNames: Object.keys(options.secrets),
    environments: environmentValues(options),
    contexts: runContexts(tree, options),
    grant: repositoryGrant(options.defaultPermissions),
    github: {
      workflow_ref: workflowRef(options),
      workflow_sha: options.sha,
      triggering_actor: options.triggeringActor ?? options.actor,
      repository: options.repository,
      ref: options.ref,
    },
    suiteSha: options.suiteSha ?? '',
    cancellable: options.cancel !== undefined && known?.settled !== true,
    matrixSlots: options.matrixSlots ?? 12,
    ...(known ? { known } : {}),
  }
}

function environmentValues({ environments }: RunOptions): FlattenSettings['environments'] {
  return Object.fromEntries(
    Object.entries(environments).map(([name, { secrets = {}, vars = {} }]) => [
      name,
      { secretNames: Object.keys(secrets), vars },
    ]),
  )
}

/** The secrets by the names under which act gets them; its own token may do nothing. */
function runSecrets({ secrets, environments }: RunOptions): Record<string, string> {
  const top = Object.entries(secrets).map(([name, value]) => [name.toUpperCase(), value] as const)
  const own = Object.values(environments).flatMap((environment, index) =>
    Object.entries(environment.secrets ?? {}).map(
      ([name, value]) => [environmentSecret(index, name).toUpperCase(), value] as const,
    ),
  )
  return { GITHUB_TOKEN: 'no-job-has-this-token', ...Object.fromEntries([...top, ...own]) }
}

function makePlaces(
  tree: CallTree,
  options: RunOptions,
  inputs: Readonly<Record<string, string | number | boolean>>,
): Places {
  const { workdir } = options
  const repository = join(workdir, 'repository')
  const places: Places = {
    home: join(workdir, 'home'),
    bin: join(workdir, 'bin'),
    config: join(workdir, 'config'),
    cache: join(workdir, 'cache'),
    repository,
    workflow: join(repository, tree.file),
    event: join(workdir, 'event.json'),
    copies: join(workdir, 'copies'),
    repositories: {
      [`${suiteSlug}@${suiteRef}`]: join(workdir, 'suite'),
      ...writeStandIns(tree, options),
    },
  }
  for (const folder of [places.home, places.bin, places.config, places.cache, places.copies])
    mkdirSync(folder, { recursive: true })
  writeNode(places.bin, options.tools.node)
  mkdirSync(join(repository, '.github/workflows'), { recursive: true })
  writeFileSync(places.event, JSON.stringify(eventPayload(options, inputs)))
  return places
}
