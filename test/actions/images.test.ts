import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { type RegistryOptions, startRegistry } from '../../sandbox/world/registry/registry.ts'
import { pushImage } from '../adapters/registry/push.ts'
import { type ProductsOptions, productsWorld } from './products-world.ts'

// Each test plays a release, in processes of their own.
jest.setTimeout(120_000)

const NAME = 'registry.example/acme/checkout'
const DIRECT = { product: 'cloud', deployment_strategy: 'direct' }
const LOGIN = { username: 'ada', password: 'sandbox-password' }
const NOTHING = `sha256:${'0'.repeat(64)}`

/** The product cloud with one image, which was pushed to its registry. */
async function imageWorld(registryOptions: RegistryOptions = {}, options: ProductsOptions = {}) {
  const registry = await startRegistry(registryOptions)
  const image = `    artefacts: [{ kind: image, name: ${NAME}, registry: '${registry.url}' }]\n`
  const more = `${image}${options.more ?? ''}`
  const world = await productsWorld({ ...options, more, allow: [registry.url] })
  const digest = await pushImage(NAME, registry.url, {
    ...{ REGISTRY_USERNAME: LOGIN.username, REGISTRY_PASSWORD: LOGIN.password },
  })
  return Object.assign(world, {
    ...{ registry, digest },
    async [Symbol.asyncDispose]() {
      await registry.close()
      for (const part of [world.consumer, world.cloud, world.edge])
        await part[Symbol.asyncDispose]()
    },
  })
}

test.concurrent('an image is planned by the digest that its build hands over, looked for, and started by it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'deployed-'))
  const file = join(folder, 'arguments')
  const code = 'require("fs").writeFileSync(process.argv[1],process.argv.slice(2).join(" "))'
  const deploy = `    deploy: { command: [node, -e, '${code}', '${file}', '{slot}', '{images}'] }\n`
  await using world = await imageWorld({}, { more: deploy })
  const { serving, next, cloud, digest } = world
  // What runs in the idle slot is an old version until the command has run.
  Object.defineProperty(cloud.versions, 'green', {
    get: () => (existsSync(file) ? next : 'a'.repeat(40)),
  })
  const plan = await world.plan({ ...DIRECT, release_version: next, digests: `${NAME}=${digest}` })
  expect(plan.outputs).toMatchObject({ verdict: 'pass', baseline_version: serving })
  expect(plan.summary).toContain(digest)
  const done = await world.run('canary-promote', {
    ...{ product: 'cloud', canary_version: next, operation: 'advance' },
    ...{ stages: 'all', promote_immediately: 'false' },
  })
  expect(done.outputs).toMatchObject({ verdict: 'pass', deployment_successful: 'true' })
  expect(readFileSync(file, 'utf8')).toBe(`green ${NAME}@${digest}`)
  rmSync(folder, { recursive: true })

  const verify = () => world.run('verify-assets', { product: 'cloud', version_to_verify: next })
  const found = await verify()
  expect([found.exit, found.outputs.verdict]).toEqual([0, 'pass'])
  expect(found.summary).toContain(digest)
  world.registry.remove('acme/checkout', digest)
  expect((await verify()).outputs).toMatchObject({
    ...{ verdict: 'fail', reason: expect.stringContaining('not in the registry') },
  })
  world.registry.faults.add({ path: /manifests/, fault: { kind: 'status', status: 403 } })
  expect((await verify()).outputs).toMatchObject({
    ...{ verdict: 'inconclusive', reason: expect.stringContaining('answers 403') },
  })
  const unplanned = await world.run('verify-assets', {
    ...{ product: 'cloud', version_to_verify: serving },
  })
  expect(unplanned.outputs).toMatchObject({
    ...{ verdict: 'inconclusive', reason: expect.stringContaining('names no digest') },
  })
})

test.concurrent('an image without a digest, of another name, or not in its registry is planned by nobody', async () => {
  await using world = await imageWorld()
  const reason = async (digests: string) =>
    (await world.plan({ ...DIRECT, release_version: world.next, digests })).outputs.reason
  expect(await reason('')).toContain(`input digests: has no line for ${NAME}`)
  expect(await reason(`${NAME}=${NOTHING}\n${NAME}=${NOTHING}`)).toContain('each image once')
  expect(await reason('latest')).toContain('must hold one line name=sha256:…')
  expect(await reason(`${NAME}=${world.digest}\nother/x=${NOTHING}`)).toContain(
    'input digests: other/x is no declared image',
  )
  expect(await reason(`${NAME}=${NOTHING}`)).toBe(
    `${NAME}@${NOTHING}: not in the registry. Push it before this run`,
  )
  expect(await world.recorded()).toEqual([])
})

test.concurrent('a private registry is asked with the login of the secrets, and a digest may be the version', async () => {
  await using world = await imageWorld(
    { login: { ...LOGIN, scheme: 'bearer' } },
    { scheme: 'digest' },
  )
  const { digest, cloud } = world
  Object.assign(cloud.versions, { blue: NOTHING, green: digest })
  const inputs = { ...DIRECT, release_version: digest }
  const login = { 'registry-username': LOGIN.username, 'registry-password': LOGIN.password }
  expect((await world.plan(inputs)).outputs).toMatchObject({
    ...{ verdict: 'inconclusive', reason: expect.stringContaining('answers 401') },
  })
  const half = await world.plan({ ...inputs, 'registry-username': LOGIN.username })
  expect(half.outputs.reason).toContain('one of them is empty')
  const other = await world.plan({ ...inputs, digests: `${NAME}=${NOTHING}`, ...login })
  expect(other.outputs.reason).toContain('is the digest of no image')
  const plan = await world.plan({ ...inputs, ...login })
  expect(plan.outputs).toMatchObject({ verdict: 'pass', release_version: digest })
  expect(plan.log).toContain(`::add-mask::${LOGIN.password}`)
})
