import { expect, test } from '@jest/globals'
import { loadConfig } from '../../../src/domain/config/load.ts'
import { CONFIG_PATH } from '../../../src/domain/config/path.ts'
import type { Which } from '../../../src/domain/config/product.ts'
import { ConfigFile } from '../../../src/domain/config/schema.ts'
import { Failure } from '../../../src/domain/failure.ts'

const FILE = `objectives: none
looks: { interval: 30s }
channels:
  stable: { enforce-observability: true }
products:
  cloud:
    looks: { interval: 5s }
  edge:
    tag-prefix: edge/v
    clock: { kind: external }
    channels:
      beta: { enforce-observability: false }
    profiles:
      lab: { looks: { interval: 1s } }
profiles:
  lab:
    clock: { unattended: 1h }
`

function refusal(text: string, which: Which, profile = ''): string {
  try {
    loadConfig(text, profile, which)
  } catch (error) {
    if (error instanceof Failure) return error.message
    throw error
  }
  throw new Error('it was taken')
}

test('what the file says of a product lies over what it says for all', () => {
  const cloud = loadConfig(FILE, '', { product: 'cloud' })
  expect(cloud).toMatchObject({ product: 'cloud', 'tag-prefix': 'v', looks: { interval: '5s' } })
  const edge = loadConfig(FILE, '', { product: 'edge' })
  expect(edge).toMatchObject({
    product: 'edge',
    'tag-prefix': 'edge/v',
    looks: { interval: '30s' },
  })
  expect(edge.clock.kind).toBe('external')
  expect(edge.channels).toEqual({
    stable: { 'enforce-observability': true },
    beta: { 'enforce-observability': false },
  })
  expect(cloud.clock.kind).toBe('inline')
})

test('a profile lies over a product, whoever of the two names it', () => {
  expect(loadConfig(FILE, 'lab', { product: 'edge' })).toMatchObject({
    looks: { interval: '1s' },
    clock: { kind: 'external', unattended: '1h' },
  })
  expect(loadConfig(FILE, 'lab', { product: 'cloud' }).looks.interval).toBe('5s')
})

test('a tag names the product that has its prefix', () => {
  const of = (...tags: string[]) => loadConfig(FILE, '', { tags }).product
  expect(of('edge/v1.4.0')).toBe('edge')
  expect(of('v1.4.0')).toBe('cloud')
  expect(of('latest', 'edge/v1.4.0-rc.1')).toBe('edge')
  const none = `${CONFIG_PATH}:1:1: describes several products: cloud, edge`
  for (const tag of ['1.4.0', 'other/v1.4.0', 'edge/v1.4'])
    expect(refusal(FILE, { tags: [tag] })).toBe(none)
  expect(refusal(FILE, { tags: ['v1.4.0', 'edge/v1.4.0'] })).toBe(none)
  expect(refusal(FILE, {})).toBe(none)
  expect(loadConfig(FILE, '', { product: 'cloud', tags: ['edge/v1.4.0'] }).product).toBe('cloud')
})

test('what is the same for all can be read without a name, and a lone product needs none', () => {
  expect(loadConfig(FILE, '', { any: true }).product).toBe('cloud')
  const lone = 'objectives: none\nproducts: { shop: {} }\n'
  expect(loadConfig(lone, '').product).toBe('shop')
  expect(loadConfig('product: shop\nobjectives: none\n', '', { product: 'shop' }).product).toBe(
    'shop',
  )
})

test.each([
  ['a product that is none', FILE, { product: 'desktop' }, '1:1: has no product "desktop"'],
  [
    'another product than the only one',
    'product: shop\nobjectives: none\n',
    { product: 'edge' },
    '1:1: describes the product "shop", not "edge"',
  ],
  [
    'a product beside products',
    `product: shop\n${FILE}`,
    { product: 'edge' },
    '1:1: product: stands beside products',
  ],
  [
    'two products with the same tags',
    FILE.replace('    tag-prefix: edge/v\n', ''),
    { product: 'edge' },
    '1:1: products: cloud and edge have the same tag-prefix',
  ],
  ['no product at all', 'objectives: none\nproducts: {}\n', {}, '1:1: products: names none'],
  [
    'products that are no table',
    'objectives: none\nproducts: [cloud]\n',
    { any: true as const },
    '1:1: products: names none',
  ],
  [
    'an unknown key of a product, also of another one',
    FILE.replace('    tag-prefix', '    colour: red\n    tag-prefix'),
    { product: 'cloud' },
    '9:5: products.edge: Unrecognized key: "colour"',
  ],
  [
    'a bad value of a product',
    FILE.replace('interval: 5s', 'interval: soon'),
    { product: 'cloud' },
    '7:14: looks.interval: ',
  ],
  [
    'a bad value for all',
    FILE.replace('interval: 30s', 'interval: soon'),
    { product: 'edge' },
    '2:10: looks.interval: ',
  ],
  [
    'what neither says',
    FILE.replace('objectives: none\n', ''),
    { product: 'edge' },
    '7:3: objectives: is missing',
  ],
  [
    'a bad value of a product’s profile',
    FILE.replace('interval: 1s', 'interval: soon'),
    { product: 'edge' },
    '14:23: looks.interval: ',
  ],
])('%s is refused in one line, at its place', (_, text, which, problem) => {
  expect(refusal(text, which, text.includes('1s') ? '' : 'lab')).toContain(
    `${CONFIG_PATH}:${problem}`,
  )
})

test('editors know both shapes of the file', () => {
  expect(ConfigFile.safeParse({ product: 'shop', objectives: 'none' }).success).toBe(true)
  expect(ConfigFile.safeParse({ products: { shop: { objectives: 'none' } } }).success).toBe(true)
  expect(ConfigFile.safeParse({ products: { shop: { product: 'shop' } } }).success).toBe(false)
})

test('products that go by commits need no tag prefix of their own, and declare no file of a release', () => {
  const file = (more: string) =>
    `objectives: none\nproducts:\n  api: { version-scheme: git-sha${more} }\n  web: { version-scheme: digest }\n  app: {}\n`
  expect(loadConfig(file(''), '', { tags: ['v1.4.0'] }).product).toBe('app')
  expect(loadConfig(file(''), '', { product: 'web' })['version-scheme']).toBe('digest')
  const asset = ', artefacts: [{ kind: release-asset, name: a, checksums: SUMS }]'
  expect(refusal(file(asset), { product: 'api' })).toContain(
    ':3:35: artefacts: hold a file of a GitHub release, and only versions of the scheme semver have one',
  )
})
