/** The example of two products: its files as they stand, with the addresses of servers of the test in their place. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, jest, test } from '@jest/globals'
import { parse } from 'yaml'
import { startDockerRegistry } from '../../sandbox/world/real/docker-registry.ts'
import { findDockerRegistry } from '../../sandbox/world/real/programs.ts'
import { startRegistry } from '../../sandbox/world/registry/registry.ts'
import type { Listening } from '../../sandbox/world/server.ts'
import { loadConfig } from '../../src/domain/config/load.ts'
import { productsWorld } from './products-world.ts'

// Each test pushes images and plays a release, in processes of their own.
jest.setTimeout(120_000)

const EXAMPLE = join(import.meta.dirname, '../../examples/cloud-and-edge')
const text = (path: string) => readFileSync(join(EXAMPLE, '.github', path), 'utf8')

interface Workflow {
  readonly jobs: Readonly<{
    build: { readonly steps: readonly { readonly id: string; readonly run?: string }[] }
    release: { readonly with: Readonly<Record<string, unknown>> }
  }>
}
const workflow = (name: string) => parse(text(`workflows/${name}.yml`)) as Workflow

/** Runs the step that builds and pushes, as a runner does; its output `digests`. */
async function build(name: string, registry: string, env: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'build-'))
  const file = join(folder, 'output')
  const run = workflow(name).jobs.build.steps.find(({ id }) => id === 'push')?.run ?? 'exit 1'
  try {
    await promisify(execFile)('bash', ['-eo', 'pipefail', '-c', run], {
      cwd: EXAMPLE,
      env: { ...process.env, ...env, REGISTRY_URL: registry, GITHUB_OUTPUT: file },
    })
    return /^digests<<END\n([\s\S]*)\nEND\n$/.exec(readFileSync(file, 'utf8'))?.[1] ?? ''
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Debian's registry where it is installed. */
async function anyRegistry(): Promise<Listening & AsyncDisposable> {
  const program = findDockerRegistry()
  if (program === undefined) return disposable(await startRegistry())
  const directory = mkdtempSync(join(tmpdir(), 'registry-'))
  const registry = await startDockerRegistry(program, { directory })
  const close = async () => {
    await registry.close()
    rmSync(directory, { recursive: true, force: true })
  }
  return disposable({ ...registry, close })
}

function disposable(registry: Listening): Listening & AsyncDisposable {
  return { ...registry, [Symbol.asyncDispose]: registry.close }
}

/** Artefacts of the example as lines of a test's config, at a registry of the test. */
function artefacts(product: string, registry: string): string {
  const declared = loadConfig(text('release-actions.yml'), '', { product }).artefacts
  return `    artefacts: ${JSON.stringify(declared.map((artefact) => ({ ...artefact, registry })))}\n`
}

test.concurrent('release-cloud pushes an image a commit and releases it by its digest', async () => {
  await using registry = await anyRegistry()
  await using world = await productsWorld({
    ...{ more: artefacts('cloud', registry.url), allow: [registry.url] },
  })
  const digests = await build('release-cloud', registry.url, { GITHUB_SHA: world.next })
  expect(digests).toMatch(/^ghcr\.io\/acme\/fleet-api=sha256:[0-9a-f]{64}$/)
  const { product, deployment_strategy } = workflow('release-cloud').jobs.release.with
  const inputs = {
    product: String(product),
    deployment_strategy: String(deployment_strategy),
  }
  const plan = await world.plan({ ...inputs, release_version: world.next, digests })
  expect(plan.outputs).toMatchObject({
    ...{ verdict: 'pass', product: 'cloud', baseline_version: world.serving },
  })
  const done = await world.run('canary-promote', {
    ...{ product: 'cloud', canary_version: world.next, operation: 'advance' },
    ...{ stages: 'all', promote_immediately: 'false' },
  })
  expect(done.outputs).toMatchObject({ verdict: 'pass', deployment_successful: 'true' })
  expect(world.edge.put).toEqual([])
})

test.concurrent('release-edge pushes two images a tag, and the tag names the product', async () => {
  await using registry = await anyRegistry()
  await using world = await productsWorld({
    ...{ edge: artefacts('edge', registry.url), allow: [registry.url] },
  })
  const digests = await build('release-edge', registry.url, { GITHUB_REF_NAME: 'edge/v1.1.0' })
  const line = (name: string) => `ghcr\\.io/acme/${name}=sha256:[0-9a-f]{64}`
  expect(digests).toMatch(new RegExp(`^${line('edge-events')}\n${line('edge-frontend')}$`))
  const { deployment_strategy } = workflow('release-edge').jobs.release.with
  const inputs = {
    release_version: 'edge/v1.1.0',
    deployment_strategy: String(deployment_strategy),
  }
  const plan = await world.plan({ ...inputs, digests })
  expect(plan.outputs).toMatchObject({ verdict: 'pass', product: 'edge', channel: 'stable' })
  const verified = await world.run('verify-assets', { version_to_verify: 'edge/v1.1.0' })
  expect(verified.outputs).toMatchObject({ verdict: 'pass', tag: 'edge/v1.1.0' })
  const [first = ''] = digests.split('\n')
  const lacking = await world.plan({ ...inputs, digests: first })
  expect(lacking.outputs.reason).toContain('has no line for ghcr.io/acme/edge-frontend')
})

test('its config describes both products, with what the files of its workflows ask for', () => {
  const of = (product: string) => loadConfig(text('release-actions.yml'), '', { product })
  expect(of('cloud')).toMatchObject({ 'version-scheme': 'git-sha', 'tag-prefix': 'v' })
  expect(of('edge')).toMatchObject({ 'version-scheme': 'semver', clock: { kind: 'schedule' } })
  expect(loadConfig(text('release-actions.yml'), '', { tags: ['edge/v1.4.0'] }).product).toBe(
    'edge',
  )
  expect(of('edge').strategies.canary.stages).toHaveLength(3)
  expect(parse(text('workflows/release-edge.yml'))).toMatchObject({
    on: { push: { tags: [`${of('edge')['tag-prefix']}*`] } },
  })
})
