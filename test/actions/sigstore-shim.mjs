/**
 * Sigstore in the process of the action, as its own project's fakes have it: certificates from a root that the first
 * process makes and keeps, so that a test can verify what was signed. What is asked of it is written down.
 */
import { createHash } from 'node:crypto'
import { appendFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const nock = require('nock')
const { fulcioHandler, initializeCA, initializeCTLog } = require('@sigstore/mock/dist/fulcio')
const { initializeTLog, rekorHandler } = require('@sigstore/mock/dist/rekor')
const { initializeTSA, tsaHandler } = require('@sigstore/mock/dist/timestamp')
const { generateKeyPair } = require('@sigstore/mock/dist/util/key')

const { SIGSTORE_ROOT: root, SIGSTORE_DOWN: down } = process.env
const keys = () => generateKeyPair('prime256v1')
const FULCIO = 'https://fulcio.sigstore.dev'
const REKOR = 'https://rekor.sigstore.dev'

const ctlog = await initializeCTLog(keys())
const ca = await initializeCA(keys(), ctlog)
const tlog = await initializeTLog(REKOR, keys())
const base64 = (bytes) => Buffer.from(bytes.buffer ?? bytes).toString('base64')
const validFor = { start: '2020-01-01T00:00:00Z' }
const log = (baseUrl, { publicKey }) => ({
  baseUrl,
  hashAlgorithm: 'SHA2_256',
  publicKey: { rawBytes: base64(publicKey), keyDetails: 'PKIX_ECDSA_P256_SHA_256', validFor },
  logId: { keyId: createHash('sha256').update(publicKey).digest('base64') },
})
writeFileSync(
  root,
  JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [log(REKOR, tlog)],
    ctlogs: [log('https://ctfe.sigstore.dev', ctlog)],
    certificateAuthorities: [
      {
        subject: { organization: 'sigstore.mock', commonName: 'sigstore' },
        uri: FULCIO,
        certChain: { certificates: [{ rawBytes: base64(ca.rootCertificate) }] },
        validFor,
      },
    ],
    timestampAuthorities: [],
  }),
)
serve(FULCIO, fulcioHandler(ca, { strict: true }))
serve(REKOR, rekorHandler(keeping(tlog), { strict: true }))
const tsa = await initializeTSA(keys())
serve('https://timestamp.githubapp.com', tsaHandler(tsa, { strict: true }))
serve('https://fulcio.githubapp.com', fulcioHandler(ca, { strict: true }))

function serve(base, { path, fn }) {
  nock(base)
    .persist()
    .post(path)
    .reply(async (_, body) => {
      appendFileSync(`${root}.asked`, `${base}${path}\n`)
      if (down === '1') return [503, 'down']
      const { statusCode, response, contentType } = await fn(
        typeof body === 'string' ? body : JSON.stringify(body),
      )
      return [statusCode, response, { 'content-type': contentType ?? 'text/plain' }]
    })
}

/** The log keeps hashes and signatures of an envelope, as Rekor does; the fake would keep what it was sent. */
function keeping(log) {
  return {
    publicKey: log.publicKey,
    log({ apiVersion, kind, spec }) {
      const { envelope, verifiers } = spec.proposedContent
      const { payload, signatures } = JSON.parse(envelope)
      const hash = (bytes) => ({
        algorithm: 'sha256',
        value: createHash('sha256').update(bytes).digest('hex'),
      })
      return log.log({
        ...{ apiVersion, kind },
        spec: {
          envelopeHash: hash(envelope),
          payloadHash: hash(Buffer.from(payload, 'base64')),
          signatures: signatures.map(({ sig }) => ({ signature: sig, verifier: verifiers[0] })),
        },
      })
    },
  }
}
