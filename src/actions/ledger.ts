import { digest } from '../adapters/digest.ts'
import { knownKey, signerOf } from '../adapters/ed25519.ts'
import type { Runner } from '../adapters/runner/action.ts'
import { Ledger } from '../app/ledger.ts'
import type { Config } from '../domain/config/schema.ts'
import { Failure } from '../domain/failure.ts'
import type { Entry } from '../domain/ledger/entry.ts'
import { xOf } from '../domain/ledger/public-key.ts'
import { noticeMarker } from '../domain/ledger/told.ts'
import { noKey, type Signing } from '../domain/ledger/trust.ts'
import type { NoticeEvent } from '../domain/report/notice.ts'
import { tellingParts } from '../domain/secret-spellings.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'

/** The ledger of the repository for who writes nothing into it. */
export function connectReader(store: LedgerStore, runner: Runner, config: Config): Ledger {
  return connect(store, runner, signingOf(config, undefined))
}

/**
 * The ledger of the repository, written in the name of this run and signed with its key where it has one.
 * @param key Private key, PEM or JWK.
 * @throws Failure where the key is none, is none of those that the config names, or is missing where it must not be.
 */
export function connectWriter(
  store: LedgerStore,
  runner: Runner,
  config: Config,
  key: string | undefined,
): Ledger {
  for (const part of tellingParts(key ?? '')) runner.mask(part)
  const signing = signingOf(config, key)
  if (signing.required && key === undefined) throw noKey('ledger.require-signature is true')
  return connect(store, runner, signing, toldEvents(config))
}

function connect(
  store: LedgerStore,
  { clock, context }: Runner,
  signing: Signing,
  told: readonly NoticeEvent[] = [],
): Ledger {
  const { actor, runId, runAttempt, suite } = context
  const marker = (entry: Entry) => noticeMarker(entry, told)
  return new Ledger(
    { store, clock, digest, random: Math.random, signing, marker },
    { actor, run: { id: runId, attempt: runAttempt }, suite },
  )
}

/** What some channel of the config is told of. */
function toldEvents({ notifications: { slack, grafana } }: Config): readonly NoticeEvent[] {
  return [...(slack?.events ?? []), ...(grafana?.events ?? [])]
}

function signingOf({ ledger }: Config, key: string | undefined): Signing {
  const keys = ledger.keys.map((one) => knownKey(xOf(one)))
  const signer = key === undefined ? undefined : signerOf(key)
  if (signer !== undefined && keys.length > 0 && !keys.some(({ kid }) => kid === signer.kid))
    throw new Failure(
      'bad-input',
      `input ledger-key: its public key ${signer.kid} is not among ledger.keys of the config`,
      'Add it there on the default branch: what it signs would be read by nobody',
    )
  return { keys, required: ledger['require-signature'], signer }
}

/** Page of the run that is going on. */
export function runUrl({ context }: Runner): string {
  const { serverUrl, owner, repository, runId, runAttempt } = context
  return `${serverUrl}/${owner}/${repository}/actions/runs/${runId}/attempts/${runAttempt}`
}
