// Build an image of one layer, which holds one file, and push it: node push-image.mjs <name> <tag> <file>.
// Prints the line name=sha256:… that release-actions wants. A repository with a Dockerfile uses docker build and push instead.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'

const [name, tag, file] = process.argv.slice(2)
if (!file) throw new Error('usage: node push-image.mjs <registry/repository> <tag> <file>')
const slash = name.indexOf('/')
const registry = process.env.REGISTRY_URL || `https://${name.slice(0, slash)}`
const repository = name.slice(slash + 1)
const { REGISTRY_USERNAME: username, REGISTRY_PASSWORD: password } = process.env
const login = username ? `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` : ''

const digestOf = (bytes) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
const json = (value) => Buffer.from(JSON.stringify(value))

/** A tar archive of one file. Without times and owners, so that the same file is the same image. */
function tar(path, bytes) {
  const header = Buffer.alloc(512)
  const number = (value, width) => `${value.toString(8).padStart(width - 1, '0')}\0`
  header.write(path, 0, 100)
  header.write(number(0o644, 8) + number(0, 8) + number(0, 8), 100)
  header.write(number(bytes.length, 12) + number(0, 12), 124)
  header.write('        0', 148)
  header.write('ustar\x0000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return Buffer.concat([header, bytes, Buffer.alloc(((512 - (bytes.length % 512)) % 512) + 1024)])
}

let authorization = login

/** A registry that hands out tokens says so in its first answer. */
async function send(method, url, body, type) {
  const ask = () =>
    fetch(new URL(url, registry), {
      method,
      body,
      headers: { ...(authorization && { authorization }), ...(type && { 'content-type': type }) },
    })
  let answer = await ask()
  const bearer = /^Bearer realm="([^"]+)"(?:,service="([^"]+)")?/.exec(
    answer.headers.get('www-authenticate') ?? '',
  )
  if (answer.status === 401 && bearer) {
    const realm = new URL(bearer[1])
    realm.searchParams.set('service', bearer[2] ?? '')
    realm.searchParams.set('scope', `repository:${repository}:pull,push`)
    const given = await fetch(realm, { headers: login ? { authorization: login } : {} })
    const { token, access_token: other } = await given.json()
    authorization = `Bearer ${token ?? other}`
    answer = await ask()
  }
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`)
  return answer
}

async function pushBlob(bytes, mediaType) {
  const digest = digestOf(bytes)
  const begun = await send('POST', `/v2/${repository}/blobs/uploads/`)
  const upload = new URL(begun.headers.get('location'), registry)
  upload.searchParams.set('digest', digest)
  await send('PUT', upload.href, bytes, 'application/octet-stream')
  return { mediaType, digest, size: bytes.length }
}

const content = tar(basename(file), readFileSync(file))
const layer = await pushBlob(gzipSync(content), 'application/vnd.oci.image.layer.v1.tar+gzip')
const config = await pushBlob(
  json({
    architecture: 'amd64',
    os: 'linux',
    config: {
      Cmd: ['node', `/${basename(file)}`],
      Labels: { 'org.opencontainers.image.version': tag },
    },
    rootfs: { type: 'layers', diff_ids: [digestOf(content)] },
  }),
  'application/vnd.oci.image.config.v1+json',
)
const mediaType = 'application/vnd.oci.image.manifest.v1+json'
const manifest = json({ schemaVersion: 2, mediaType, config, layers: [layer] })
await send('PUT', `/v2/${repository}/manifests/${tag}`, manifest, mediaType)
console.log(`${name}=${digestOf(manifest)}`)
