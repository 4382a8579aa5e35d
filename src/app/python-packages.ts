import type { Artefact } from '../domain/config/artefact.ts'
import type { Config } from '../domain/config/schema.ts'
import { Failure, failureLine } from '../domain/failure.ts'
import type { Evidence, VerdictKind } from '../domain/judging/verdict.ts'
import { pythonVersionKey, toPythonVersion } from '../domain/packages/python-version.ts'
import { lastLine } from '../domain/report/last-line.ts'
import type { Command, CommandResult } from '../ports/command.ts'
import type { Files } from '../ports/files.ts'
import { notRun } from './smoke-checks.ts'

/** Name of the built-in suite. */
export const PYTHON_PACKAGES = 'python-packages'

type PythonPackage = Extract<Artefact, { kind: 'python-package' }>

const INSTALL_MS = 600_000
const START_MS = 60_000
const IMPORT =
  'import importlib, sys; print(importlib.import_module(sys.argv[1]).__version__, end="")'

export interface PythonPorts {
  readonly command: Command
  readonly files: Files
  /** Interpreter, for example `python3`. */
  readonly python: string
  /** Whether the config allows an address. @throws Failure `forbidden-origin`. */
  readonly allow: (url: URL) => void
  /** Path of a console script that was installed into a folder. */
  readonly scriptPath: (folder: string, script: string) => string
}

/** Packages that the config declares. */
export function declaredPackages({ artefacts }: Config): readonly PythonPackage[] {
  return artefacts.filter((a) => a.kind === 'python-package')
}

/**
 * Install each declared package from the index into a folder of its own, import it, hold its `__version__` against the
 * version, and start its console scripts with `--version`. What could not run because of an earlier step is listed too.
 * @throws Failure `forbidden-origin` for an index that the config does not allow.
 */
export async function testPackages(
  version: string,
  config: Config,
  ports: PythonPorts,
): Promise<readonly Evidence[]> {
  if (config.index.url !== undefined) ports.allow(new URL(config.index.url))
  const evidence: Evidence[] = []
  for (const declared of declaredPackages(config))
    evidence.push(...(await testPackage(declared, version, config.index.url, ports)))
  return evidence
}

/** The version of the interpreter, for example `3.11.9`. @throws Failure */
export async function pythonVersion({
  command,
  python,
}: Pick<PythonPorts, 'command' | 'python'>): Promise<string> {
  const code = 'import platform; print(platform.python_version(), end="")'
  const { exit, stdout } = await command.run([python, '-c', code], { timeoutMs: START_MS })
  return exit === 0 ? stdout.trim() : ''
}

async function testPackage(
  declared: PythonPackage,
  version: string,
  index: string | undefined,
  ports: PythonPorts,
): Promise<readonly Evidence[]> {
  const folder = await ports.files.temporaryFolder()
  const wanted = toPythonVersion(version)
  const later = [`import ${declared.import}`, ...declared.scripts.map((s) => `script ${s}`)]
  const name = `install ${declared.name}`
  if (wanted === undefined)
    return [name, ...later].map((n) => notRun(n, `${version} has no Python spelling`))
  const from = index === undefined ? [] : ['--index-url', index]
  const pip = [ports.python, '-m', 'pip', 'install', '--disable-pip-version-check', '--no-input']
  const argv = [...pip, '--target', folder, ...from, `${declared.name}==${wanted}`]
  const installed = await step({ name, argv, timeoutMs: INSTALL_MS }, ports)
  if (installed.verdict !== 'pass')
    return [installed, ...later.map((n) => notRun(n, 'the package is not installed'))]
  const env = { PYTHONPATH: folder }
  const imported = await importStep(declared, wanted, env, ports)
  const scripts: Evidence[] = []
  for (const script of declared.scripts) scripts.push(await scriptStep(script, folder, env, ports))
  return [installed, imported, ...scripts]
}

type Environment = Readonly<Record<string, string>>

async function importStep(
  declared: PythonPackage,
  wanted: string,
  env: Environment,
  ports: PythonPorts,
): Promise<Evidence> {
  const name = `import ${declared.import}`
  const argv = [ports.python, '-c', IMPORT, declared.import]
  const problem = ({ stdout }: CommandResult) =>
    pythonVersionKey(stdout.trim()) === pythonVersionKey(wanted)
      ? undefined
      : `__version__ is ${stdout.trim().slice(0, 60) || 'empty'}`
  const found = await step({ name, argv, env, timeoutMs: START_MS, problem }, ports)
  return { ...found, question: `__version__ of ${declared.import}`, limit: wanted }
}

/** A script that is not there is the package's fault, where a missing interpreter is the machine's. */
function scriptStep(
  script: string,
  folder: string,
  env: Environment,
  ports: PythonPorts,
): Promise<Evidence> {
  const argv = [ports.scriptPath(folder, script), '--version']
  const name = `script ${script}`
  return step({ name, argv, env, timeoutMs: START_MS, whenAbsent: 'fail' }, ports)
}

interface Step {
  readonly name: string
  readonly argv: readonly string[]
  readonly timeoutMs: number
  readonly env?: Environment
  /** Verdict when the program does not exist; inconclusive by default. */
  readonly whenAbsent?: VerdictKind
  /** What is wrong with the output of a command that ended well; undefined when nothing is. */
  readonly problem?: (result: CommandResult) => string | undefined
}

async function step(
  { name, argv, timeoutMs, env = {}, whenAbsent = 'inconclusive', problem }: Step,
  { command }: Pick<PythonPorts, 'command'>,
): Promise<Evidence> {
  const base = { name, question: argv.join(' '), limit: 'exit 0' }
  try {
    const result = await command.run(argv, { timeoutMs, env })
    const wrong = result.exit === 0 ? problem?.(result) : failed(result)
    const answer = wrong ?? `done in ${result.elapsedMs} ms`
    return { ...base, verdict: wrong === undefined ? 'pass' : 'fail', answer }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const verdict = error.code === 'absent' ? whenAbsent : 'inconclusive'
    return { ...base, verdict, answer: failureLine(error) }
  }
}

function failed({ exit, stderr }: CommandResult): string {
  return `exit ${exit ?? 'by a signal'}: ${lastLine(stderr)}`
}
