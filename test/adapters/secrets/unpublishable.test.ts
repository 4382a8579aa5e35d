import { expect, test } from '@jest/globals'
import { unpublishable } from '../../../src/adapters/secrets/unpublishable.ts'

const SECRET = 'hunter2-and-more'
const found = (text: string) => unpublishable(Buffer.from(text), [SECRET])

test.each([
  [`x ${SECRET} y`, 'a secret of this job'],
  [Buffer.from(`user:${SECRET}`).toString('base64'), 'a secret of this job'],
  [encodeURIComponent('%') + Buffer.from(SECRET).toString('hex'), 'a secret of this job'],
  ['-----BEGIN PRIVATE KEY-----', 'a private key'],
  ['-----BEGIN EC PRIVATE KEY-----', 'a private key'],
  [`token ghs_${'a1'.repeat(18)}`, 'a token of GitHub'],
  [`github_pat_${'a1'.repeat(20)}`, 'a token of GitHub'],
  ['AKIAABCDEFGHIJKLMNOP', 'an access key of AWS'],
  ['xoxb-1234567890-abc', 'a token of Slack'],
  [`pypi-${'a'.repeat(60)}`, 'a token of PyPI'],
  ['postgres://app:pass@db.example/x', 'an address with a password'],
  ['GET http://10.0.0.7:9090/metrics', 'the address of a private host'],
  ['"https://metrics.internal"', 'the address of a private host'],
  ['http://[fd00::1]/', 'the address of a private host'],
  ['http://LOCALHOST:1', 'the address of a private host'],
])('%j is not published', (text, what) => {
  expect(found(text)).toBe(what)
})

test.each([
  ['row 1;ok\n'],
  ['https://github.com/acme/shop?at=10.0.0.7'],
  ['see user@example.com'],
  ['-----BEGIN PUBLIC KEY-----'],
  ['\u0000\u00ff binary'],
])('%j may be read by everybody', (text) => {
  expect(found(text)).toBeUndefined()
})
