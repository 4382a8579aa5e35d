import aws4 from 'aws4'
import type { HttpRequest } from '../../ports/http.ts'

/** Whose key signs. */
export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string | undefined
}

/** A call of CloudWatch's JSON protocol as a request that is signed (Signature Version 4) for this moment. */
export function signedCall(
  { url, region, operation }: { url: string; region: string; operation: string },
  input: unknown,
  { accessKeyId, secretAccessKey, sessionToken }: Credentials,
  now: Date,
): HttpRequest {
  const { host, pathname } = new URL(url)
  const body = JSON.stringify(input)
  const signed = aws4.sign(
    {
      ...{ service: 'monitoring', region, host, method: 'POST', path: pathname, body },
      headers: {
        'Content-Type': 'application/x-amz-json-1.0',
        'X-Amz-Target': `GraniteServiceVersion20100801.${operation}`,
        // `20260105T010203Z`: the time that is signed, by our clock.
        'X-Amz-Date': now.toISOString().replaceAll(/[-:]|\.\d{3}/g, ''),
        'User-Agent': 'release-actions',
      },
    },
    { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
  )
  const headers = Object.entries(signed.headers ?? {})
    .map(([name, value]) => [name.toLowerCase(), String(value)] as const)
    // The transport sets its own.
    .filter(([name]) => name !== 'content-length')
  return { method: 'POST', url, headers: Object.fromEntries(headers), body }
}
