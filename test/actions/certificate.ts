/** A certificate that signs itself, made anew for each test: no key lies in the repository. */
import { generateKeyPairSync, sign } from 'node:crypto'

/** Both as PEM. The certificate is its own authority. */
export interface Certificate {
  readonly key: string
  readonly cert: string
}

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  const { length } = body
  const size = length < 128 ? [length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts)
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const integer = (value: number) => der(0x02, Buffer.from([value]))
const text = (tag: number, value: string) => der(tag, Buffer.from(value))
const bits = (value: Uint8Array) => der(0x03, Buffer.from([0]), value)
const extension = (id: string, value: Uint8Array) => sequence(oid(id), der(0x04, value))

const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'))
const COMMON_NAME = '550403'
const ALTERNATIVE_NAMES = '551d11'
const BASIC_CONSTRAINTS = '551d13'

/** For one name of a host, from 2020 to 2049. */
export function selfSigned(host: string): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(der(0x31, sequence(oid(COMMON_NAME), text(0x0c, host))))
  const isAuthority = sequence(der(0x01, Buffer.from([255])))
  const body = sequence(
    der(0xa0, integer(2)),
    integer(1),
    ECDSA_SHA256,
    name,
    sequence(text(0x17, '200101000000Z'), text(0x17, '491231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      sequence(
        extension(BASIC_CONSTRAINTS, isAuthority),
        extension(ALTERNATIVE_NAMES, sequence(text(0x82, host))),
      ),
    ),
  )
  const whole = sequence(body, ECDSA_SHA256, bits(sign('sha256', body, privateKey)))
  const lines = whole.toString('base64').replaceAll(/.{1,64}/g, '$&\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}-----END CERTIFICATE-----\n`,
  }
}
