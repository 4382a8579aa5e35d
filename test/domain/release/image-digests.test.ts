import { expect, test } from '@jest/globals'
import { Artefact } from '../../../src/domain/config/artefact.ts'
import {
  imageReferences,
  parseImageDigests,
  plannedImages,
} from '../../../src/domain/release/image-digests.ts'

const digest = (char: string) => `sha256:${char.repeat(64)}`
const image = (name: string) => Artefact.parse({ kind: 'image', name })
const EVENTS = 'ghcr.io/acme/edge-events'
const FRONTEND = 'ghcr.io/acme/edge-frontend'

test('one line an image, in any order, with spaces around', () => {
  const text = `\n  ${FRONTEND}=${digest('b')}\r\n${EVENTS}=${digest('a')}\n\n`
  expect([...(parseImageDigests(text) ?? [])]).toEqual([
    [FRONTEND, digest('b')],
    [EVENTS, digest('a')],
  ])
  expect(parseImageDigests('')?.size).toBe(0)
})

test.each([
  'latest',
  `${EVENTS}:1.0.0`,
  `${EVENTS}@${digest('a')}`,
  `${EVENTS}=latest`,
  `${EVENTS}=${digest('A')}`,
  `${EVENTS}=${digest('a')}0`,
  `${EVENTS}=${digest('a')} ${FRONTEND}=${digest('b')}`,
  `${EVENTS}=${digest('a')}\n${EVENTS}=${digest('b')}`,
  `=${digest('a')}`,
])('%j hands over nothing', (text) => {
  expect(parseImageDigests(text)).toBeUndefined()
})

test('every declared image is planned with its own digest, and pulled by it', () => {
  const declared = [image(EVENTS), image(FRONTEND)]
  const given = new Map([
    [FRONTEND, digest('b')],
    [EVENTS, digest('a')],
  ])
  const planned = plannedImages(declared, given, '1.4.0')
  expect(planned).toEqual([
    { kind: 'image', name: EVENTS, digest: digest('a') },
    { kind: 'image', name: FRONTEND, digest: digest('b') },
  ])
  const file = { kind: 'release-asset', name: 'a.tgz', digest: digest('c') }
  expect(imageReferences([file, ...planned])).toBe(
    `${EVENTS}@${digest('a')},${FRONTEND}@${digest('b')}`,
  )
  expect(plannedImages([], new Map(), '1.4.0')).toEqual([])
  expect(() => plannedImages(declared, new Map([[EVENTS, digest('a')]]), '1.4.0')).toThrow(
    `has no line for ${FRONTEND}`,
  )
  expect(() => plannedImages(declared, new Map(), digest('a'))).toThrow('the digest of no image')
})

test('an image is named by registry and repository alone', () => {
  const isName = (name: string) => Artefact.safeParse({ kind: 'image', name }).success
  const good = [EVENTS, 'localhost/a', 'localhost:5000/a/b', '10.0.0.1:5000/a', 'r.example/a_b/c.d']
  const bad = [
    ...['checkout', 'acme/checkout', `${EVENTS}:1.0.0`, `${EVENTS}@${digest('a')}`],
    ...['ghcr.io/', 'ghcr.io/Acme', 'https://ghcr.io/a', 'ghcr.io//a', 'ghcr.io/a/../b', ''],
  ]
  expect(good.filter((name) => !isName(name))).toEqual([])
  expect(bad.filter(isName)).toEqual([])
})
