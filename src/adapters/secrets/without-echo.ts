import { concealing } from '../../domain/secret-spellings.ts'
import type { Http, HttpAnswer } from '../../ports/http.ts'

/**
 * A transport whose answers do not hold the secrets that go out with the requests, in whatever spelling: what a server
 * says reaches reasons, issues and the ledger, where the runner hides nothing. Files stay as they are.
 */
export function withoutEcho(http: Http, ...secrets: readonly string[]): Http {
  const conceal = concealing(secrets)
  return { send: async (request) => quiet(await http.send(request), conceal) }
}

function quiet(answer: HttpAnswer, conceal: (text: string) => string): HttpAnswer {
  const headers = Object.entries(answer.headers).map(([k, v]) => [k, conceal(v)] as const)
  const isFile = /octet-stream|zip/.test(answer.headers['content-type'] ?? '')
  const body = isFile ? answer.body : quietBody(answer.body, conceal)
  return { ...answer, headers: Object.fromEntries(headers), body }
}

function quietBody(body: Uint8Array, conceal: (text: string) => string): Uint8Array {
  const text = new TextDecoder().decode(body)
  const kept = conceal(text)
  return kept === text ? body : new TextEncoder().encode(kept)
}
