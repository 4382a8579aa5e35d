import { Failure } from '../failure.ts'
import type { Entry, ReleaseKey } from './entry.ts'
import { formFault, isOf, type KnownKey, type Signer } from './signature.ts'

/** How a ledger is signed and what is asked of its signatures. */
export interface Signing {
  /** Who may have signed. Empty: nobody's key is known, and only the form of a signature is looked at. */
  readonly keys: readonly KnownKey[]
  /** Whether every entry of a chain that is acted on must be signed. */
  readonly required: boolean
  /** Undefined: what is written is unsigned. */
  readonly signer: Signer | undefined
}

/** Nothing is signed, and nothing is asked. */
export const UNSIGNED: Signing = { keys: [], required: false, signer: undefined }

/** What is wrong with the signature of an entry, after these ones. */
export function signatureFault(
  entry: Entry,
  before: readonly Entry[],
  keys: readonly KnownKey[],
): string | undefined {
  const { signature } = entry
  if (signature === null)
    return before.at(-1)?.signature ? 'it is unsigned, and the one before it is signed' : undefined
  const fault = formFault(signature)
  if (fault !== undefined || keys.length === 0) return fault
  const key = keys.find(({ kid }) => kid === signature.kid)
  if (key === undefined)
    return `it is signed with the key ${signature.kid}, which is not among the trusted ones (ledger.keys, --key)`
  if (isOf(entry, key)) return undefined
  const owner = before.find((other) => other.signature?.jws === signature.jws)
  return owner === undefined
    ? 'its signature is not of this content'
    : `it carries the signature of entry ${owner.seq}`
}

/** The first entry without signature. */
export function firstUnsigned(chain: readonly Entry[]): Entry | undefined {
  return chain.find(({ signature }) => signature === null)
}

/** The chain as it is. @throws Failure `unsigned` where signatures are required and an entry has none. */
export function proveSigned(
  chain: readonly Entry[],
  { product, channel, version }: ReleaseKey,
  { required }: Signing,
): readonly Entry[] {
  const unsigned = required ? firstUnsigned(chain) : undefined
  if (unsigned === undefined) return chain
  throw new Failure(
    'unsigned',
    `entry ${unsigned.seq} of ${product} ${channel} ${version} is unsigned, and ledger.require-signature is true`,
    'See docs/ledger.md#switching-signatures-on',
  )
}

/** What stops a release may always be written, whatever the chain holds, and what ends that too. */
const STOPPING: readonly Entry['kind'][] = ['freeze', 'lift']

/** @throws Failure `unsigned` where an entry of this kind would not be read again, or be acted on. */
export function proveWritable(
  kind: Entry['kind'],
  chain: readonly Entry[],
  release: ReleaseKey,
  signing: Signing,
): void {
  if (!STOPPING.includes(kind)) proveSigned(chain, release, signing)
  if (signing.signer !== undefined) return
  if (signing.required) throw noKey('ledger.require-signature is true')
  if (chain.at(-1)?.signature) throw noKey(`the chain of ${release.version} is signed`)
}

/** A run that would have to sign and cannot. */
export function noKey(why: string): Failure {
  return new Failure(
    'unsigned',
    `${why}, and this run has no key`,
    'Pass the secret RELEASE_LEDGER_KEY by name, or as input ledger-key',
  )
}

/** Who signed a chain, for people: key ids or `unsigned`. */
export function signersText(chain: readonly Entry[], show = (kid: string) => kid): string {
  const kids = chain.flatMap(({ signature }) => signature?.kid ?? [])
  if (kids.length === 0) return 'unsigned'
  const part = kids.length === chain.length ? '' : `${kids.length} of ${chain.length} entries `
  return `${part}signed by ${[...new Set(kids)].map(show).join(', ')}`
}
