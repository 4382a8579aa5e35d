import { createHash } from 'node:crypto'
import { at, type Case, items, type Place } from '../target.ts'

const releases = 'https://docs.github.com/rest/releases/releases'
const assets = 'https://docs.github.com/rest/releases/assets'

const release = ({ ask }: Place, body: object) => ask('POST', '/releases', body)

/** Uploads to the address that the release names. */
async function upload(place: Place, made: unknown, name: string, text: string) {
  const address = String(at(made, 'upload_url')).replace(/\{.*$/, '')
  return place.ask('POST', `${address}?name=${encodeURIComponent(name)}`, text)
}

/** Releases and their files. */
export const releaseCases: readonly Case[] = [
  {
    id: 'release-makes-tag',
    title: 'a published release makes its tag at the target',
    document: `${releases}#create-a-release`,
    look: async (place) => {
      await release(place, { tag_name: 'v1.0.0' })
      return (await place.ask('GET', '/git/ref/tags/v1.0.0')).status
    },
    expected: 200,
  },
  {
    id: 'draft-is-hidden',
    title: 'a draft has no tag, is not found by tag, and only writers see it',
    document: `${releases}#list-releases`,
    look: async (place) => {
      await release(place, { tag_name: 'v1.0.0', draft: true })
      const list = async (as: 'owner' | 'reader') =>
        items((await place.ask('GET', '/releases', undefined, { as })).data).length
      return [
        (await place.ask('GET', '/git/ref/tags/v1.0.0')).status,
        (await place.ask('GET', '/releases/tags/v1.0.0')).status,
        await list('owner'),
        await list('reader'),
      ]
    },
    expected: [404, 404, 1, 0],
  },
  {
    id: 'release-tag-taken',
    title: 'a tag is released once',
    document: `${releases}#create-a-release`,
    look: async (place) => {
      await release(place, { tag_name: 'v1.0.0' })
      const { status, data } = await release(place, { tag_name: 'v1.0.0' })
      return [status, at(data, 'errors', 0, 'code')]
    },
    expected: [422, 'already_exists'],
  },
  {
    id: 'latest-release',
    title: 'the latest release is neither draft nor pre-release',
    document: `${releases}#get-the-latest-release`,
    look: async (place) => {
      const none = (await place.ask('GET', '/releases/latest')).status
      await release(place, { tag_name: 'v1.0.0' })
      await release(place, { tag_name: 'v2.0.0-rc.1', prerelease: true })
      await release(place, { tag_name: 'v2.0.0', draft: true })
      return [none, at((await place.ask('GET', '/releases/latest')).data, 'tag_name')]
    },
    expected: [404, 'v1.0.0'],
  },
  {
    id: 'asset-uploaded',
    title: 'an uploaded file is `uploaded`, has a SHA-256 digest and comes back byte for byte',
    document: `${assets}#upload-a-release-asset`,
    look: async (place) => {
      const made = await release(place, { tag_name: 'v1.0.0' })
      const { data } = await upload(place, made.data, 'a.txt', 'bytes')
      const digest = createHash('sha256').update('bytes').digest('hex')
      const headers = { accept: 'application/octet-stream' }
      const path = `/releases/assets/${at(data, 'id')}`
      const redirect = await place.ask('GET', path, undefined, { headers })
      const location = redirect.headers.get('location')
      const bytes = location === null ? redirect : await place.ask('GET', location)
      const isRight = at(data, 'digest') === `sha256:${digest}`
      return [at(data, 'state'), at(data, 'size'), isRight, bytes.data]
    },
    expected: ['uploaded', 5, true, 'bytes'],
  },
  {
    id: 'asset-name-taken',
    title: 'a second file of one name is 422 already_exists',
    document: `${assets}#upload-a-release-asset`,
    look: async (place) => {
      const made = await release(place, { tag_name: 'v1.0.0' })
      await upload(place, made.data, 'a.txt', 'one')
      const { status, data } = await upload(place, made.data, 'a.txt', 'two')
      return [status, at(data, 'errors', 0, 'code')]
    },
    expected: [422, 'already_exists'],
  },
  {
    id: 'asset-special-name',
    title: 'special characters of a file name become dots',
    document: `${assets}#upload-a-release-asset`,
    look: async (place) => {
      const made = await release(place, { tag_name: 'v1.0.0' })
      return at((await upload(place, made.data, 'go no go.json', '{}')).data, 'name')
    },
    expected: 'go.no.go.json',
  },
  {
    id: 'asset-page-address',
    title: 'the download address of a public release leads to the bytes without a token',
    document:
      'https://docs.github.com/repositories/releasing-projects-on-github/linking-to-releases',
    look: async (place) => {
      const made = await release(place, { tag_name: 'v1.0.0' })
      const { data } = await upload(place, made.data, 'a.txt', 'bytes')
      const as = { as: 'nobody' } as const
      const page = String(at(data, 'browser_download_url'))
      const first = await place.ask('GET', page, undefined, as)
      const location = first.headers.get('location')
      return location === null
        ? [first.status]
        : (await place.ask('GET', location, undefined, as)).data
    },
    expected: 'bytes',
  },
  {
    id: 'immutable-release',
    title: 'an immutable release takes no files and loses none, and its tag is used up',
    document:
      'https://docs.github.com/code-security/supply-chain-security/understanding-your-software-supply-chain/immutable-releases',
    setup: { immutableReleases: true },
    look: async (place) => {
      const made = await release(place, { tag_name: 'v1.0.0', draft: true })
      const file = await upload(place, made.data, 'a.txt', 'bytes')
      const path = `/releases/${at(made.data, 'id')}`
      const published = await place.ask('PATCH', path, { draft: false })
      const answers = [
        await upload(place, made.data, 'b.txt', 'bytes'),
        await place.ask('DELETE', `/releases/assets/${at(file.data, 'id')}`),
        await place.ask('PATCH', path, { name: 'Other' }),
        await place.ask('DELETE', path),
        await release(place, { tag_name: 'v1.0.0' }),
      ]
      return [at(published.data, 'immutable'), ...answers.map(({ status }) => status)]
    },
    expected: [true, 422, 422, 200, 204, 422],
  },
]
