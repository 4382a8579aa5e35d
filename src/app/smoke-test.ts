import type { Config } from '../domain/config/schema.ts'
import type { Check } from '../domain/config/smoke.ts'
import { Failure, failureLine } from '../domain/failure.ts'
import { type Evidence, inconclusive, overall, type Verdict } from '../domain/judging/verdict.ts'
import { type DepthName, depthLimits } from '../domain/smoke/depth.ts'
import { osEvidence, pythonEvidence } from '../domain/smoke/platform.ts'
import { smokeBlocks } from '../domain/smoke/report.ts'
import type { TargetKind } from '../domain/smoke/target.ts'
import {
  declaredPackages,
  PYTHON_PACKAGES,
  type PythonPorts,
  pythonVersion,
  testPackages,
} from './python-packages.ts'
import { type CheckPorts, notRun, runCheck, type Secrets } from './smoke-checks.ts'
import { findTarget, NO_TARGET, type Target, type TargetPorts } from './smoke-target.ts'

export interface SmokeRequest {
  readonly version: string
  /** The version that an emergency release gets; undefined where none is made. */
  readonly next: string | undefined
  /** Secrets that were given. */
  readonly secrets: Secrets
  readonly suite: string
  readonly depth: DepthName | undefined
  readonly target: TargetKind
  /** Start the version in the idle slot first. */
  readonly prepare: boolean
  /** What a suite is that the config does not have. */
  readonly whenUndeclared: 'inconclusive' | 'pass'
  readonly expectOs: string | undefined
  readonly expectPython: string | undefined
  readonly dryRun: boolean
  /** RUNNER_OS. */
  readonly os: string
}

export type SmokePorts = CheckPorts & PythonPorts & { readonly delivery: () => TargetPorts }

export interface SmokeReport {
  readonly verdict: Verdict
  readonly outputs?: Readonly<Record<string, string>>
  readonly summary?: readonly string[]
}

/** Run one suite against one version. @throws Failure for what keeps all of it from running. */
export async function smokeTest(
  request: SmokeRequest,
  config: Config,
  ports: SmokePorts,
): Promise<SmokeReport> {
  const { suite, whenUndeclared } = request
  const names = declaredNames(suite, config)
  // A suite that only has to start the version needs no checks of its own: that it answers is one.
  if (names.length === 0 && !request.prepare) {
    if (whenUndeclared === 'pass')
      return { verdict: { verdict: 'pass', reason: 'nothing declared', evidence: [] } }
    return { verdict: inconclusive(`the config declares nothing for the suite ${suite}`) }
  }
  const absent = absentSecrets(request, config)
  if (absent.length > 0)
    return {
      verdict: inconclusive(
        `the suite ${suite} needs ${absent.join(', ')}, which is empty: nothing was run. Set the secret and pass it by name`,
      ),
    }
  if (request.dryRun)
    return { verdict: inconclusive(`dry run: nothing was tested, would run ${names.join(', ')}`) }
  const place = await platformEvidence(request, ports)
  if (place.some((e) => e.verdict !== 'pass'))
    return report(request, NO_TARGET, [...place, ...names.map((n) => notRun(n, 'wrong platform'))])
  const target = await targetOf(request, config, ports)
  const version = target.evidence === undefined ? [] : [target.evidence]
  const evidence = version.some((e) => e.verdict !== 'pass')
    ? names.map((name) => notRun(name, 'the version is not there'))
    : await runSuite(request, config, target, ports)
  return report(request, target, [...place, ...version, ...evidence])
}

/** Asked before anything runs: a suite that publishes must not stop half way. */
function absentSecrets({ suite, secrets }: SmokeRequest, config: Config): readonly string[] {
  const named = checksOf(suite, config).flatMap((c) => (c.kind === 'command' ? c.secrets : []))
  return [...new Set(named)].filter((name) => !secrets[name])
}

/** Names of everything that the suite would run. */
function declaredNames(suite: string, config: Config): readonly string[] {
  return suite === PYTHON_PACKAGES
    ? declaredPackages(config).map((p) => p.name)
    : checksOf(suite, config).map((c) => c.name)
}

function checksOf(suite: string, { smoke }: Config): readonly Check[] {
  return Object.hasOwn(smoke.suites, suite) ? (smoke.suites[suite] ?? []) : []
}

/** A suite of packages addresses no slot, whatever the target says. */
async function targetOf(
  { suite, target: kind, version, prepare }: SmokeRequest,
  config: Config,
  ports: SmokePorts,
): Promise<Target> {
  if (suite === PYTHON_PACKAGES || kind === 'none') return NO_TARGET
  try {
    return await findTarget({ kind, version, prepare }, config, ports.delivery())
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { ...NO_TARGET, evidence: notRun('target', failureLine(error)) }
  }
}

async function runSuite(
  { suite, version, depth, next, secrets }: SmokeRequest,
  config: Config,
  { url: slotUrl }: Target,
  ports: SmokePorts,
): Promise<readonly Evidence[]> {
  if (suite === PYTHON_PACKAGES) return testPackages(version, config, ports)
  const limits = depth === undefined ? undefined : depthLimits(depth, config.smoke)
  const context = { version, next, secrets, slotUrl, limits }
  const evidence: Evidence[] = []
  for (const check of checksOf(suite, config))
    evidence.push(...(await runCheck(check, context, ports)))
  return evidence
}

/** A leg that runs elsewhere than it was asked to says nothing about that place. */
async function platformEvidence(
  { expectOs, expectPython, os }: SmokeRequest,
  ports: SmokePorts,
): Promise<readonly Evidence[]> {
  const evidence = expectOs === undefined ? [] : [osEvidence(expectOs, os)]
  if (expectPython === undefined) return evidence
  const question = `${ports.python} --version`
  return [...evidence, pythonEvidence(expectPython, await pythonVersion(ports), question)]
}

function report(
  { version, suite, depth }: SmokeRequest,
  target: Target,
  evidence: readonly Evidence[],
): SmokeReport {
  const verdict = overall(evidence)
  const passed = evidence.filter((e) => e.verdict === 'pass').length
  return {
    verdict,
    outputs: {
      passed: String(passed),
      total: String(evidence.length),
      endpoint: target.url ?? '',
    },
    summary: smokeBlocks({ version, suite, depth: depth ?? '', target: target.text }, verdict),
  }
}
