import { Parser } from 'htmlparser2'
import { Failure } from '../failure.ts'
import { isDistribution } from './file-name.ts'
import type { IndexFile, Listing } from './listing.ts'
import { pageFacts } from './page-facts.ts'
import { resolveUrl } from './simple-json.ts'

interface Anchor {
  readonly href: string
  readonly yanked: boolean
  /** What `data-core-metadata` says. */
  readonly metadata: string | undefined
  text: string
}

interface Page {
  readonly anchors: readonly Anchor[]
  /** What `<base>` says, which addresses are relative to instead of the page. */
  readonly base: string | undefined
  /** What `<meta name="pypi:…">` says, by name. */
  readonly meta: Readonly<Record<string, string>>
}

/**
 * A project page in the HTML form (PEP 503, 592, 792). `address` is the page's own URL. A page that neither declares
 * itself as one nor lists a file, such as a login form, is no answer.
 * @throws Failure `bad-answer`.
 */
export function parseSimpleHtml(text: string, address: string): Listing {
  const { anchors, base, meta } = readPage(text)
  const from = base === undefined ? address : resolveUrl(base, address)
  const files = anchors.flatMap((anchor) => toFile(anchor, from))
  if (files.length === 0 && meta['pypi:repository-version'] === undefined)
    throw new Failure('bad-answer', 'the index answered HTML that is no package page')
  const said = [meta['pypi:project-status'], meta['pypi:project-status-state']]
  return { files, ...pageFacts(meta['pypi:repository-version'], said) }
}

function readPage(html: string): Page {
  const anchors: Anchor[] = []
  const meta: Record<string, string> = {}
  let base: string | undefined
  let open: Anchor | undefined
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag === 'meta' && attributes.name !== undefined)
        meta[attributes.name] = attributes.content ?? ''
      if (tag === 'base') base ??= attributes.href
      if (tag !== 'a') return
      // PEP 592: the attribute alone yanks the file, an empty reason too.
      const yanked = attributes['data-yanked'] !== undefined
      const metadata = attributes['data-core-metadata']
      open = { href: attributes.href ?? '', yanked, metadata, text: '' }
      anchors.push(open)
    },
    ontext(text) {
      if (open !== undefined) open.text += text
    },
    onclosetag(tag) {
      if (tag === 'a') open = undefined
    },
  })
  parser.end(html)
  return { anchors, base, meta }
}

/** An anchor is a file when its text is the last part of its path, as PEP 503 demands; anything else is decoration. */
function toFile({ href, yanked, metadata, text }: Anchor, base: string): IndexFile[] {
  const name = text.trim()
  if (!isDistribution(name)) return []
  const url = new URL(resolveUrl(href, base))
  if (lastPart(url) !== name) return []
  const sha256 = digestIn(/^#(?:.*&)?sha256=([0-9a-f]{64})(?:&|$)/i, url.hash)
  url.hash = ''
  const served = metadata === undefined || metadata === 'false' ? undefined : metadata
  const announced = served === undefined ? undefined : { sha256: digestIn(METADATA, served) }
  return [{ name, url: url.href, sha256, yanked, size: undefined, metadata: announced }]
}

const METADATA = /^sha256=([0-9a-f]{64})$/i

function digestIn(pattern: RegExp, text: string): string | undefined {
  return pattern.exec(text)?.[1]?.toLowerCase()
}

function lastPart(url: URL): string {
  const part = url.pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
