import { Failure } from '../../domain/failure.ts'

/** Where an index is, with its credentials taken out of the URL. */
export interface IndexAddress {
  /** Without user, password and trailing slash. */
  readonly url: string
  /** Value of the header `authorization`; empty when the URL holds no credentials. */
  readonly authorization: string
  /** The password, or the user where that is the token; to be masked. */
  readonly secret: string
}

/** @throws Failure `bad-input` for anything that is no http(s) URL; the text is not repeated, it may hold a password. */
export function parseIndexUrl(text: string): IndexAddress {
  const url = URL.parse(text)
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    throw new Failure(
      'bad-input',
      'the address of the package index is no http(s) URL',
      'Give one such as https://index.example/simple as index-url',
    )
  const user = decoded(url.username)
  const password = decoded(url.password)
  url.username = ''
  url.password = ''
  url.search = ''
  url.hash = ''
  const credentials = Buffer.from(`${user}:${password}`).toString('base64')
  return {
    url: url.href.replace(/\/+$/, ''),
    authorization: user + password === '' ? '' : `Basic ${credentials}`,
    secret: password === '' ? user : password,
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
