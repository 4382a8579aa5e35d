/** Mutants that may pass although something that is read has changed, each with its reason. */
import type { Mutant } from './mutant.ts'
import type { Reply } from './network.ts'
import {
  decodesTheSame,
  foreignAsset,
  foreignFile,
  foreignRelease,
  isHarmless,
  isListedElsewhere,
  isOneValue,
  isValidVector,
  markersStay,
  sameBody,
  statusOf,
} from './traits.ts'

interface Exception {
  readonly answer: RegExp
  readonly field?: RegExp
  readonly kind?: RegExp
  readonly only?: (mutant: Mutant, reply: Reply) => boolean
  readonly why: string
}

const EXCEPTIONS: readonly Exception[] = [
  {
    answer: /./,
    kind: /^content-type/,
    only: sameBody,
    why: 'the bytes are the same and are checked whole: what they are called adds nothing',
  },
  {
    answer: /^(?!result file|router|slot)/,
    kind: /byte order mark/,
    why: 'RFC 8259 §8.1 lets a reader ignore a byte order mark; the same text stands behind it',
  },
  {
    answer: /^text of the config$/,
    why: 'another config that is valid: what it says is the policy that holds',
  },
  {
    answer: /^config$/,
    field: /^size$/,
    kind: /missing|renamed|capitals/,
    why: 'the size only tells content that was cut: this is whole',
  },
  {
    answer: /^config$/,
    field: /^(?!type|encoding)./,
    only: decodesTheSame,
    why: 'the base64 decodes to the same bytes, as many as GitHub names',
  },
  {
    answer: /^releases$/,
    field: /^\*\.(?:id|html_url|upload_url|draft|prerelease|immutable)$/,
    why: 'of a release the verdict needs tag and assets; the rest is for those who write to it',
  },
  {
    answer: /^releases$/,
    field: /^\*\.assets\.\*/,
    only: foreignAsset,
    why: 'an asset that this run does not read',
  },
  {
    answer: /^releases$/,
    field: /^\*(?:\.tag_name|\.assets)?$/,
    only: foreignRelease,
    why: 'the release of another version',
  },
  {
    answer: /^releases$/,
    field: /^\*\.assets\.\*\.digest$/,
    kind: /missing|null|empty text|renamed|in capitals/,
    why: 'assets from before June 2025 have no digest: the bytes are proven by the checksums',
  },
  {
    answer: /^(?:releases|Sentry release|package page)$/,
    field: /\*$/,
    kind: /there twice/,
    why: 'the same asset, project or file twice is one',
  },
  {
    answer: /^Sentry release$/,
    field: /^status$/,
    kind: /missing|renamed|capitals/,
    why: 'a release that says nothing about its status is not archived',
  },
  {
    answer: /^Prometheus$/,
    field: /^data\.result(?:\.\*)?$/,
    kind: /^missing$|an empty array/,
    why: 'no series of failed requests beside requests that were seen is a service without failures; a histogram may have a bucket less',
  },
  {
    answer: /^Prometheus$/,
    field: /^data\.result\.\*(?:\.metric\.le)?$/,
    only: ({ key }) => key.includes('by (le)'),
    why: 'other bounds are another histogram that is valid, and it keeps the limit',
  },
  {
    answer: /^Prometheus$/,
    field: /^data\.result\.\*\.value\.\*$/,
    kind: /a number as text/,
    only: ({ key }) => key.includes('max(queue'),
    why: "the value of one's own query may be negative",
  },
  {
    answer: /^Prometheus$/,
    field: /^data\.result\.\*\.(?:value\.\*|metric.*)$/,
    only: (_, reply) => isValidVector(reply),
    why: 'another value that is valid, and it keeps the limit',
  },
  {
    answer: /^package page$/,
    kind: /^a page behind it|^twice the same/,
    only: ({ run }) => run.name.endsWith('HTML'),
    why: 'a page that goes on lists the same files',
  },
  {
    answer: /^package page$/,
    field: /^files\.\*/,
    only: foreignFile,
    why: 'a file of another version',
  },
  {
    answer: /^package page$/,
    field: /^files\.\*\.hashes/,
    kind: /missing|renamed|capital|object/,
    why: 'PEP 691: hex digits are the same in either case, and hashes may be empty; the declared digest is compared with the bytes',
  },
  {
    answer: /^package page$/,
    field: /^files\.\*\.(?:yanked|size)$/,
    kind: /missing|renamed|capitals|null first/,
    why: 'PEP 691 and 700: a file that says nothing is not yanked, and need not say its size',
  },
  {
    answer: /^package page$/,
    field: /^files\.\*\.url$/,
    kind: /a blank before|with NUL/,
    why: 'an address begins and ends behind blanks and control characters (WHATWG URL)',
  },
  {
    answer: /^issues?$/,
    field: /^(?:\*\.)?(?:title|html_url|labels)(?:\.|$)/,
    why: 'what an issue is called and labelled and where it is shown decides nothing',
  },
  {
    answer: /^issue$/,
    field: /^(?:author_association|user)/,
    why: 'who wrote an issue was asked where it was found; one of nobody we trust is not ours, and another one is opened',
  },
  {
    answer: /^issue$/,
    field: /^body$/,
    only: markersStay,
    why: 'the marker still stands in it',
  },
  {
    answer: /^package page$/,
    field: /^name$/,
    kind: /in capital letters/,
    why: 'PEP 503: names are the same in any case',
  },
  {
    answer: /^package page$/,
    field: /^name$/,
    kind: /missing|renamed|in capitals/,
    why: 'a page that names no project is that of its address, and its files name theirs',
  },
  {
    answer: /^issue$/,
    only: (mutant, reply) =>
      'status' in reply && [404, 410].includes(reply.status) && statusOf(mutant) === 404,
    why: 'an issue that is not there, or that was deleted: the status says it, the body is not read',
  },
  {
    answer: /^issue$/,
    kind: /^301 with nothing$/,
    only: ({ run }) => run.name === 'plan',
    why: 'an issue that was moved to another repository: the release gets another one to be tracked by',
  },
  {
    answer: /^text of the ledger$/,
    only: sameBody,
    why: 'the text is the same: it was so already',
  },
  {
    answer: /^ledger contents$/,
    why: 'it is only asked for where another answer says that a chain is missing',
  },
  {
    answer: /^commit of the ledger$/,
    kind: /^2\d\d with the body$/,
    why: 'GraphQL says in the body what became of a mutation, and this body names the commit',
  },
  {
    answer: /^new issue$/,
    why: 'an issue whose answer is lost is looked for by its marker, and found',
  },
  {
    answer: /^issues$/,
    kind: /^410 with an error$/,
    why: 'issues are switched off: the ledger alone says what is frozen',
  },
  {
    answer: /^issues$/,
    only: isListedElsewhere,
    why: 'what one list leaves out or changes stands in the other one, and is then read on its own',
  },
  {
    answer: /^result file$/,
    field: /^metrics\.time\.values\.\*$/,
    only: isOneValue,
    why: 'one value of ten that is off, missing or there twice: ranks bear it',
  },
  {
    answer: /./,
    field: /^$/,
    kind: /^another bit$|^a byte that is not UTF-8$|^cut at a byte$/,
    only: isHarmless,
    why: 'a spoilt byte in what is not read, or that makes another valid value of it',
  },
  {
    answer: /^smoke endpoint$/,
    field: /^up$/,
    kind: /its JSON as text/,
    why: 'the config compares values as text',
  },
  {
    answer: /^smoke endpoint$/,
    field: /^status$/,
    only: (_, reply) => 'status' in reply && reply.body.includes('"status":"ok"'),
    why: 'the config asks for a text, and it is there',
  },
]

/** Why a mutant may pass; undefined where it may not. */
export function equivalence(mutant: Mutant, reply: Reply): string | undefined {
  return EXCEPTIONS.find(
    ({ answer, field = /^/, kind = /^/, only = () => true }) =>
      answer.test(mutant.answer) &&
      field.test(mutant.field) &&
      kind.test(mutant.kind) &&
      only(mutant, reply),
  )?.why
}
