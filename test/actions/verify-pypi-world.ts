/** A consumer with one declared wheel, and the index that verify-pypi asks about it. */
import { createHash } from 'node:crypto'
import { fakeGitHub } from './fake-github.ts'
import { type Run, runAction } from './run-action.ts'
import { type Answer, type Seen, type Server, serve } from './server.ts'

/** The declared file, its bytes, their digest and another one. */
export const WHEEL = 'checkout_client-1.2.0-py3-none-any.whl'
export const BYTES = 'the wheel'
export const SHA = createHash('sha256').update(BYTES).digest('hex')
export const OTHER = '0'.repeat(64)

/** The section artefacts of the config. */
export const declared = `artefacts:
  - kind: python-package
    name: checkout_client
    file: checkout_client-{version}-py3-none-any.whl
    import: checkout_client
    checksums: SHA256SUMS
`
/** The releases of the consumer. */
export const drafts = [{ tag: 'v1.2.0', files: { SHA256SUMS: `${SHA}  ${WHEEL}\n` } }]

interface FileEntry {
  readonly filename: string
  readonly url: string
  readonly hashes: Readonly<Record<string, string>>
  readonly yanked?: boolean | string
}

/** The wheel as an index lists it in JSON. */
export const wheel: FileEntry = {
  filename: WHEEL,
  url: `../../files/${WHEEL}`,
  hashes: { sha256: SHA },
}

/** A project page in JSON; anything below /files/ are the bytes. */
export function index(files: unknown, bytes = BYTES, more: object = {}): Answer {
  return ({ url }, response) => {
    if (url.startsWith('/files/')) return void response.end(bytes)
    response.writeHead(200, { 'content-type': 'application/vnd.pypi.simple.v1+json' })
    response.end(JSON.stringify({ meta: { 'api-version': '1.1' }, files, ...more }))
  }
}

interface Setting {
  readonly inputs?: Readonly<Record<string, string>>
  readonly config?: string
  readonly env?: Readonly<Record<string, string>>
  /** The password of the index, for which it is given as an input. */
  readonly secret?: string
}

/** Run the action against an index; the result has what the index was asked. */
export async function verify(
  answer: Answer,
  setting: Setting = {},
): Promise<Run & { readonly seen: readonly Seen[]; readonly host: string }> {
  await using packages = await serve(answer)
  return { ...(await verifyAt(packages, setting)), seen: packages.seen, host: packages.host }
}

async function verifyAt(
  packages: Server,
  { inputs, config = declared, env = {}, secret }: Setting,
) {
  const text = `product: checkout\nobjectives: none\n${config}index: {url: '${packages.url}/simple/', wait: 10ms}\nallow-private: ['${packages.url}']\n`
  await using github = await fakeGitHub(text, drafts)
  return await runAction('verify-pypi', {
    github: github.url,
    inputs: { version: 'v1.2.0', ...(secret && withPassword(packages.url, secret)), ...inputs },
    env,
  })
}

function withPassword(url: string, secret: string) {
  const address = new URL(`${url}/simple/`)
  address.username = 'reader'
  address.password = encodeURIComponent(secret)
  return { 'index-url': address.href }
}
