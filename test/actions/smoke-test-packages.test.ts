import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
): Promise<Run & { readonly verdicts: Record<string, string> }> {
  await using at = await consumer(text)
  const token = at.token({ contents: 'read' })
  const { HOME = '/' } = process.env
  const env = { HOME, GITHUB_WORKSPACE: at.workspace, PIP_CONFIG_FILE: '/dev/null' }
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
