import { Failure } from '../../domain/failure.ts'
import type { Http } from '../../ports/http.ts'

/**
 * A transport for an address that is a secret: what goes wrong there is told by the secret's name, because evidence,
 * ledger and issues are no log in which the runner would hide it.
 */
export function unnamedOrigin(http: Http, address: string, name: string): Http {
  return {
    async send(request) {
      try {
        return await http.send(request)
      } catch (error) {
        throw error instanceof Failure ? withoutHost(error, address, name) : error
      }
    },
  }
}

function withoutHost(failure: Failure, address: string, name: string): Failure {
  const url = URL.parse(address)
  const parts = url === null ? [] : [url.origin, url.host, url.hostname]
  const hide = (text: string) =>
    [address, ...parts].reduce((all, part) => all.replaceAll(part, name), text)
  const { code, message, remedy } = failure
  return new Failure(code, hide(message), hide(remedy), { cause: failure })
}
