import * as z from 'zod'
import { Failure } from '../../domain/failure.ts'
import type { Http, HttpAnswer } from '../../ports/http.ts'
import { type Challenge, parseChallenge } from './challenge.ts'

/** Who asks; undefined where nobody has given a name and a password. */
export interface Login {
  readonly username: string
  readonly password: string
}

/** What is asked for. */
export interface Pull {
  /** Origin of the registry. */
  readonly origin: string
  /** Origin beside it that the config names for tokens. */
  readonly tokenOrigin: string | undefined
  /** Path of the repository, such as `acme/checkout`. */
  readonly repository: string
}

interface Ports {
  readonly http: Http
  /** From now on the runner hides this text. */
  readonly mask: (secret: string) => void
}

const Token = z.union([
  z.looseObject({ token: z.string().min(1).max(16_384) }),
  z.looseObject({ access_token: z.string().min(1).max(16_384) }),
])

/**
 * The header that answers a 401: of a login itself, or of a token that it was changed for. Without a login a token is asked
 * for all the same, because public images need one. Undefined where the registry wants a login and there is none.
 * @throws Failure
 */
export async function authorization(
  refusal: HttpAnswer,
  pull: Pull,
  login: Login | undefined,
  ports: Ports,
): Promise<string | undefined> {
  const challenge = parseChallenge(refusal.headers['www-authenticate'])
  if (challenge === undefined)
    throw new Failure('bad-answer', `${hostOf(pull)} does not say how it is logged in to`)
  if (challenge.scheme === 'basic') return login && basic(login)
  return `Bearer ${await token(challenge, pull, login, ports)}`
}

/** The way of the distribution specification: the registry names who hands out tokens. */
async function token(
  { parameters }: Challenge,
  pull: Pull,
  login: Login | undefined,
  { http, mask }: Ports,
): Promise<string> {
  const realm = URL.parse(parameters.realm ?? '')
  if (realm === null)
    throw new Failure('bad-answer', `${hostOf(pull)} names nobody who hands out tokens`)
  if (parameters.service !== undefined) realm.searchParams.set('service', parameters.service)
  realm.searchParams.set('scope', `repository:${pull.repository}:pull`)
  // A registry could name anybody: a login goes to itself and to whom the config names.
  const isTrusted = realm.origin === pull.origin || realm.origin === pull.tokenOrigin
  if (login !== undefined && !isTrusted)
    throw new Failure(
      'forbidden-origin',
      `${hostOf(pull)} sends its login on to ${realm.origin}`,
      'Give the artefact that token-origin if it is meant',
    )
  const headers = login === undefined ? {} : { authorization: basic(login) }
  const answer = await http.send({ method: 'GET', url: realm.href, headers })
  if (answer.status !== 200) throw refused(answer, realm.host)
  const read = Token.safeParse(jsonOf(answer.body)).data
  if (read === undefined) throw new Failure('bad-answer', `${realm.host} answers no token`)
  const text = String('token' in read ? read.token : read.access_token)
  mask(text)
  return text
}

/** Why somebody did not answer what was asked. */
export function refused({ status }: HttpAnswer, host: string): Failure {
  if (status === 401 || status === 403)
    return new Failure(
      'unauthorised',
      `${host} answers ${status}: the login may not read the image, or there is none`,
      'Give registry-username and registry-password of somebody who may',
    )
  if (status === 429) return new Failure('rate-limited', `${host} answers 429`, 'Try again later')
  if (status >= 500) return new Failure('server-error', `${host} answers ${status}`)
  return new Failure('bad-answer', `${host} answers ${status}`)
}

const hostOf = ({ origin }: Pull) => new URL(origin).host

const basic = ({ username, password }: Login) =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}
