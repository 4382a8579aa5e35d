import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import { passed } from '../domain/judging/verdict.ts'
import { releaseKey } from '../domain/release/key.ts'
import { schemeOf } from '../domain/release/scheme.ts'
import { spoken } from '../domain/release/spoken.ts'
import { inert } from '../domain/report/markdown.ts'
import { authorise } from './authority.ts'
import { finalizeRollback, hotfixBranch, packages } from './rollback-after.ts'
import { readiness, validate } from './rollback-before.ts'
import { nextVersion } from './rollback-next-version.ts'
import {
  base,
  type RollbackInputs,
  type RollbackPorts,
  type RollbackReport,
  type Route,
} from './rollback-route.ts'
import { switchBack } from './switch-back.ts'
import { versionToLeave } from './version-to-leave.ts'

/** What the others do follows from these. */
const BY_A_PERSON: readonly RollbackInputs['operation'][] = ['validate', 'traffic']

/** One step of taking a completed release back; each job of the workflow is one. */
export async function releaseRollback(
  inputs: RollbackInputs,
  config: Config,
  ports: RollbackPorts,
): Promise<RollbackReport> {
  const route = await routeOf(inputs, config, ports)
  if (BY_A_PERSON.includes(inputs.operation))
    await authorise('roll-back', ports.context.actor, ports)
  const operations = {
    readiness: () => readiness(route, inputs, config, ports),
    validate: () => validate(route, inputs, config, ports),
    traffic: () => traffic(route, inputs, config, ports),
    'hotfix-branch': () => hotfixBranch(route, inputs, config, ports),
    'next-version': () => nextVersion(route, config, ports),
    packages: async () => packages(route, inputs, config),
    finalize: () => finalizeRollback(route, inputs, ports),
  }
  return operations[inputs.operation]()
}

async function routeOf(
  inputs: RollbackInputs,
  config: Config,
  ports: RollbackPorts,
): Promise<Route> {
  const target = releaseKey('rollback_version', inputs.rollback_version, config).version
  const named = inputs.current_version
  const current =
    named === undefined
      ? await versionToLeave({ product: config.product, target, scheme: schemeOf(config) }, ports)
      : releaseKey('current_version', named, config).version
  const { compare } = schemeOf(config)
  const isOlder = compare === undefined ? target !== current : compare(target, current) < 0
  if (!isOlder)
    throw new Failure(
      'bad-input',
      `input rollback_version: ${target} is not older than ${current}, the newest version that serves`,
      'Name the version to go back to',
    )
  return { product: config.product, current, target }
}

async function traffic(
  route: Route,
  inputs: RollbackInputs,
  config: Config,
  ports: RollbackPorts,
): Promise<RollbackReport> {
  if (inputs['dry-run'])
    return {
      verdict: passed(`dry run: all traffic would go to ${spoken(route.target)}`),
      outputs: base(route),
    }
  const lines = await switchBack(route, inputs.rollback_reason, config, ports)
  return {
    verdict: passed(lines.at(-1) ?? ''),
    outputs: base(route),
    summary: [lines.map((l) => `1. ${inert(l)}`).join('\n')],
  }
}
