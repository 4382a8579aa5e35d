import * as z from 'zod'
import { Failure } from '../failure.ts'
import type { Listing } from './listing.ts'
import { normaliseName } from './name.ts'
import { pageFacts } from './page-facts.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/i)

const File = z.object({
  filename: z.string().min(1).max(1024),
  url: z.string().min(1).max(8192),
  hashes: z.looseObject({ sha256: Sha256.optional() }),
  yanked: z.union([z.boolean(), z.string()]).default(false),
  size: z.int().nonnegative().optional(),
  'core-metadata': z.union([z.boolean(), z.looseObject({ sha256: Sha256.optional() })]).optional(),
})

/** PEP 792 calls the field `state` in its text and `status` in its example; both are out there. */
const ProjectStatus = z.looseObject({ status: z.string().optional(), state: z.string().optional() })

const Page = z.object({
  name: z.string().optional(),
  meta: z.looseObject({ 'api-version': z.string() }),
  files: z.array(File).max(100_000),
  'project-status': ProjectStatus.optional(),
})

/**
 * The page of a project in the JSON form (PEP 691). `base` is the page's own URL: file URLs may be relative.
 * @throws Failure `bad-answer`, also for the page of another project.
 */
export function parseSimpleJson(text: string, base: string, project: string): Listing {
  const page = Page.safeParse(toJson(text))
  if (!page.success) {
    const where = page.error.issues[0]?.path.join('.') || 'the whole'
    throw new Failure('bad-answer', `the index answered JSON of an unknown shape (${where})`)
  }
  const { name = project, meta, 'project-status': status } = page.data
  if (normaliseName(name) !== normaliseName(project))
    throw new Failure('bad-answer', 'the index answered with the page of another project')
  return {
    ...pageFacts(meta['api-version'], [status?.status, status?.state]),
    files: page.data.files.map((file) => ({
      name: file.filename,
      url: resolveUrl(file.url, base),
      sha256: file.hashes.sha256?.toLowerCase(),
      // An empty reason is a reason: only `false` means that the file is not yanked.
      yanked: file.yanked !== false,
      size: file.size,
      metadata: metadataOf(file['core-metadata']),
    })),
  }
}

/** The key is there with a digest, or says only that there are some (PEP 714). */
function metadataOf(said: z.infer<typeof File>['core-metadata']) {
  if (said === undefined || typeof said === 'boolean')
    return said === true ? { sha256: undefined } : undefined
  return { sha256: said.sha256?.toLowerCase() }
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Failure('bad-answer', 'the index answered something that is no JSON')
  }
}

/** @throws Failure `bad-answer` when it is no URL. */
export function resolveUrl(url: string, base: string): string {
  const resolved = URL.parse(url, base)
  if (resolved === null) throw new Failure('bad-answer', 'the index names a file URL that is none')
  return resolved.href
}
