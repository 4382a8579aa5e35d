import { readFileSync } from 'node:fs'
import { knownKey } from '../adapters/ed25519.ts'
import { Failure } from '../domain/failure.ts'
import { publicKeysIn } from '../domain/ledger/public-key.ts'
import type { KnownKey } from '../domain/ledger/signature.ts'

/** The public keys of these files: PEM, JWK or JWK set. @throws Failure naming the file. */
export function keysOf(files: readonly string[]): readonly KnownKey[] {
  return files.flatMap((file) => publicKeysIn(textOf(file), file).map(knownKey))
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Failure('absent', `the key ${file} cannot be read`)
  }
}
