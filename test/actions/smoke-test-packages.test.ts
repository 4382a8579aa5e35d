import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { type PackageIndex, startPackageIndex } from '../../sandbox/world/packages/package-index.ts'
import { consumer } from './consumer.ts'
import { type Run, runAction } from './run-action.ts'

// pip takes seconds.
jest.setTimeout(120_000)

const CLIENT = join(import.meta.dirname, '../../examples/checkout-service/client')
const inputs = {
  version_to_test: '1.1.0-beta.1',
  suite: 'python-packages',
  target: 'none',
  prepare: 'false',
  'when-undeclared': 'pass',
}

const config = (index: string, allowed: string, scripts = 'checkout-client') => `product: checkout
objectives: none
artefacts:
  - kind: python-package
    name: checkout-client
    file: checkout_client-{version}-py3-none-any.whl
    import: checkout_client
    scripts: [${scripts}]
    checksums: SHA256SUMS
index: {url: '${index}'}
allow-private: [${allowed}]
`

/** The wheel of a version; `lying` holds the version of its sources instead. */
function wheel(version: string, lying = false): { filename: string; bytes: Uint8Array } {
  const folder = mkdtempSync(join(tmpdir(), 'wheel-'))
  try {
    cpSync(CLIENT, join(folder, 'client'), { recursive: true })
    const script = join(folder, 'client/build_wheel.py')
    const builder = readFileSync(script, 'utf8')
    if (lying) writeFileSync(script, builder.replace('== "_version.py"', '== "nothing"'))
    execFileSync('python3', [script, version, folder])
    const filename = `checkout_client-${version}-py3-none-any.whl`
    return { filename, bytes: readFileSync(join(folder, filename)) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function testPackage(
  index: PackageIndex,
  text = config(index.simpleUrl, `'${index.url}'`),
  more: Readonly<Record<string, string>> = {},
): Promise<Run & { readonly verdicts: Record<string, string> }> {
  await using at = await consumer(text)
  const token = at.token({ contents: 'read' })
  const { HOME = '/' } = process.env
  const env = { HOME, GITHUB_WORKSPACE: at.workspace, PIP_CONFIG_FILE: '/dev/null', ...more }
  const run = await runAction('smoke-test', {
    github: at.github.url,
    inputs: { ...inputs, token },
    env,
  })
  const evidence: { name: string; verdict: string }[] = JSON.parse(run.outputs.evidence ?? '[]')
  return { ...run, verdicts: Object.fromEntries(evidence.map((e) => [e.name, e.verdict])) }
}

async function withIndex(use: (index: PackageIndex) => Promise<void>): Promise<void> {
  const index = await startPackageIndex()
  try {
    await use(index)
  } finally {
    await index.close()
  }
}

test('a package is installed, imported, and its script starts', async () => {
  await withIndex(async (index) => {
    index.publish(wheel('1.1.0b1'))
    const run = await testPackage(index)
    expect(run.outputs).toMatchObject({ verdict: 'pass', passed: '3' })
    expect(run.verdicts).toEqual({
      'install checkout-client': 'pass',
      'import checkout_client': 'pass',
      'script checkout-client': 'pass',
    })
  })
})

test('another version inside and a script that is not there fail', async () => {
  await withIndex(async (index) => {
    index.publish(wheel('1.1.0b1', true))
    const scripts = config(index.simpleUrl, `'${index.url}'`, 'checkout-admin')
    const run = await testPackage(index, scripts)
    expect(run.exit).toBe(1)
    expect(run.outputs.reason).toContain('__version__ is 0+source, wanted 1.1.0b1')
    expect(run.verdicts).toEqual({
      'install checkout-client': 'pass',
      'import checkout_client': 'fail',
      'script checkout-admin': 'fail',
    })
  })
})

test('a version that the index does not have fails, and what follows is listed', async () => {
  await withIndex(async (index) => {
    index.publish(wheel('1.0.0'))
    const run = await testPackage(index)
    expect(run.exit).toBe(1)
    expect(run.outputs.verdict).toBe('fail')
    expect(run.verdicts).toEqual({
      'install checkout-client': 'fail',
      'import checkout_client': 'inconclusive',
      'script checkout-client': 'inconclusive',
    })
  })
})

test('an index that the config does not allow is not asked', async () => {
  await withIndex(async (index) => {
    const run = await testPackage(index, config(index.simpleUrl, ''))
    expect(run.outputs).toMatchObject({
      verdict: 'inconclusive',
      reason: expect.stringContaining('List the origin under allow-private'),
    })
  })
})

test('without a declared package there is nothing to do', async () => {
  await withIndex(async (index) => {
    const run = await testPackage(index, 'product: checkout\nobjectives: none\n')
    expect(run.outputs).toMatchObject({ verdict: 'pass', reason: 'nothing declared' })
  })
})

/**
 * Writes two packages that run code of their own: an archive whose setup.py notes the environment that it is built in,
 * and a wheel with a .pth, which Python obeys in a folder of packages. Both note it where NOTES says.
 */
const FOREIGN = `
import io, json, os, sys, tarfile, zipfile
folder, notes = sys.argv[1:]
note = "import os; open(%r, 'a').write(os.environ.__str__())"
def wheel(name, files):
    info = name + '-1.1.0b1.dist-info'
    files = {**files, name + '/__init__.py': "__version__ = '1.1.0b1'",
      info + '/METADATA': 'Metadata-Version: 2.1\\nName: ' + name + '\\nVersion: 1.1.0b1\\n',
      info + '/WHEEL': 'Wheel-Version: 1.0\\nGenerator: x\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n'}
    files[info + '/RECORD'] = ''.join(f + ',,\\n' for f in [*files, info + '/RECORD'])
    return files
filename = '%s-1.1.0b1-py3-none-any.whl'
with zipfile.ZipFile(os.path.join(folder, filename % 'loader'), 'w') as z:
    for name, text in wheel('loader', {'loader.pth': note % os.path.join(notes, 'pth') + '\\n'}).items():
        z.writestr(name, text)
backend = '''
import runpy, zipfile, os
def build_wheel(folder, *_):
    runpy.run_path('setup.py')
    with zipfile.ZipFile(os.path.join(folder, %r), 'w') as z:
        for name, text in %r.items():
            z.writestr(name, text)
    return %r
''' % (filename % 'built', wheel('built', {}), filename % 'built')
sources = {'setup.py': note % os.path.join(notes, 'setup'), 'backend.py': backend,
  'PKG-INFO': 'Metadata-Version: 2.1\\nName: built\\nVersion: 1.1.0b1\\n',
  'pyproject.toml': "[build-system]\\nrequires = []\\nbuild-backend = 'backend'\\nbackend-path = ['.']\\n"}
with tarfile.open(os.path.join(folder, 'built-1.1.0b1.tar.gz'), 'w:gz') as t:
    for name, text in sources.items():
        entry = tarfile.TarInfo('built-1.1.0b1/' + name)
        entry.size = len(text.encode())
        t.addfile(entry, io.BytesIO(text.encode()))
`

const artefact = (name: string, file: string) =>
  `{kind: python-package, name: ${name}, file: '${file}', import: ${name}, checksums: SHA256SUMS}`

test('[VP-34] a setup.py runs without any token, and a .pth does not run at all', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foreign-'))
  await withIndex(async (index) => {
    execFileSync('python3', ['-c', FOREIGN, folder, folder])
    for (const file of ['built-1.1.0b1.tar.gz', 'loader-1.1.0b1-py3-none-any.whl'])
      index.publish(join(folder, file))
    const text = `product: checkout
objectives: none
artefacts:
  - ${artefact('built', 'built-{version}.tar.gz')}
  - ${artefact('loader', 'loader-{version}-py3-none-any.whl')}
index: {url: '${index.simpleUrl}'}
allow-private: ['${index.url}']
`
    const tokens = {
      ...{ GITHUB_TOKEN: 'canary-1', ACTIONS_RUNTIME_TOKEN: 'canary-2' },
      ...{ ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'canary-3', INPUT_PYPI_API_TOKEN: 'canary-4' },
    }
    const run = await testPackage(index, text, tokens)
    expect(run.outputs).toMatchObject({ verdict: 'pass', passed: '4' })
    const seen = readFileSync(join(folder, 'setup'), 'utf8')
    expect(seen).toContain("'PATH'")
    expect(seen).not.toMatch(/canary-|INPUT_|TOKEN/)
    expect(existsSync(join(folder, 'pth'))).toBe(false)
  })
  rmSync(folder, { recursive: true })
})
