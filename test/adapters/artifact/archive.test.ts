import { expect, test } from '@jest/globals'
import { textsOf } from '../../../src/adapters/artifact/archive.ts'
import { Failure } from '../../../src/domain/failure.ts'
import { type Entry, zip } from '../../actions/hostile-zip.ts'

const A = { name: 'a.json', text: '{"a": "äöü"}' }
const B = { name: 'b.json', text: '' }
const TEXTS = { 'a.json': A.text, 'b.json': '' }
/** The number of bytes, which is not that of characters. */
const size = Buffer.byteLength(A.text)
const WANTED = Object.keys(TEXTS)
const LARGEST = 100

const read = (archive: Buffer) => textsOf(archive, WANTED, LARGEST)
const archiveOf = (change: Partial<Entry> = {}) => zip([{ ...A, size, ...change }, B])

test.each([
  ['deflated', 8],
  ['stored', 0],
])('files are read that are %s', async (_how, method) => {
  expect(await read(archiveOf({ method }))).toEqual(TEXTS)
})

const cut = archiveOf().subarray(0, -1)
const commented = Buffer.concat([archiveOf().subarray(0, -2), Buffer.from([1, 0, 0x2e])])
const unpackable = 'it is no zip archive that can be unpacked'

test.each<[what: string, archive: Buffer, problem: string]>([
  ['that is encrypted', archiveOf({ flags: 1 }), 'it is encrypted'],
  ['packed in another way', archiveOf({ method: 12 }), 'it is packed in an unknown way'],
  ['of another checksum', archiveOf({ crc: 1 }), 'a file is not what it announces'],
  ['with fewer bytes than announced', archiveOf({ size: size + 1 }), unpackable],
  ['with more bytes than announced', archiveOf({ size: size - 1 }), unpackable],
  ['stored with other bytes than announced', archiveOf({ method: 0, size: size + 1 }), unpackable],
  ['larger than allowed', archiveOf({ size: 101 }), 'it holds more than 100 bytes in one file'],
  ['that is a folder', archiveOf({ mode: 0o040755 }), 'it holds something that is no plain file'],
  ['whose name leads back to it', archiveOf({ name: 'x\\..\\a.json' }), 'nobody asked for'],
  ['whose name begins at the root', archiveOf({ name: '/a.json' }), 'nobody asked for'],
  [
    'that is there twice',
    zip([
      { ...A, size },
      { ...A, size },
    ]),
    'it holds a file twice',
  ],
  ['beside two others', zip([{ ...A, size }, B, B]), 'it holds more than 2 files'],
  ['with a comment behind it', commented, 'it does not end as a zip archive'],
  ['whose end is missing', cut, unpackable],
  ['that is none', Buffer.alloc(0), unpackable],
])('an archive of a file %s is refused', async (_what, archive, problem) => {
  const refused = read(archive)
  await expect(refused).rejects.toBeInstanceOf(Failure)
  await expect(refused).rejects.toMatchObject({
    code: 'bad-archive',
    message: expect.stringMatching(/^the archive is refused: [\w ]+$/),
  })
  await expect(refused).rejects.toThrow(problem)
})

test('a file that is not there is absent', async () => {
  await expect(read(zip([B]))).rejects.toMatchObject({ code: 'absent' })
})

/** The archive with one byte changed, for each byte in four ways. */
function changedArchives(good: Buffer): readonly Buffer[] {
  const ways = (byte: number) => [0, 0xff, byte ^ 1, byte ^ 0x80]
  return [...good].flatMap((byte, at) =>
    ways(byte).map((other) => Buffer.from(good.with(at, other))),
  )
}

/** The texts, or the code of the refusal. */
const outcome = (archive: Buffer) =>
  read(archive).catch((error: unknown) => (error instanceof Failure ? error.code : error))

test('no byte can be another one and lead to other texts, to a crash or to silence', async () => {
  const good = archiveOf()
  const outcomes = await Promise.all(changedArchives(good).map(outcome))
  const refused = outcomes.filter((found) => typeof found === 'string')
  expect(new Set(refused)).toEqual(new Set(['bad-archive', 'absent']))
  expect(refused.length).toBeGreaterThan(good.length)
  for (const found of outcomes) if (typeof found !== 'string') expect(found).toEqual(TEXTS)
  for (let end = 0; end < good.length; end++)
    expect(await outcome(good.subarray(0, end))).toBe('bad-archive')
})
