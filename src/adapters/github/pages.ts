import { Failure } from '../../domain/failure.ts'

/** Items of a page, as many as GitHub gives at most. */
export const PER_PAGE = 100
/** Parts of a page that GitHub cannot make in time. */
const PARTS = 4
/** A list of several pages is read until two looks in a row agree; so often at most. */
const LOOKS = 4

/** One page of a list, and its `link` header. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly link: string | undefined
}

/** Gives one page of `size` items. @throws Failure `server-error` where GitHub could not make it. */
export type LoadPage<T> = (page: number, size: number) => Promise<Page<T>>

/**
 * All pages of a list. They are counted here and no address of an answer is followed, so that a `next` that points to
 * itself or elsewhere leads nowhere. What is removed between two pages moves another item out of sight, so a list of
 * several pages is looked at again.
 * @throws Failure `too-many` where there is another page beyond `pages`; `unsteady` where no two looks agree.
 */
export async function allPages<T>(
  load: LoadPage<T>,
  pages: number,
  route: string,
): Promise<readonly T[]> {
  let known = await look(load, pages, route)
  if (known.pages === 1) return known.items
  for (let looks = 1; looks < LOOKS; looks++) {
    const again = await look(load, pages, route)
    if (JSON.stringify(again.items) === JSON.stringify(known.items)) return again.items
    known = again
  }
  throw new Failure(
    'unsteady',
    `GitHub's list changes while it is read: ${route}`,
    'Try again in a quieter moment',
  )
}

interface Look<T> {
  readonly items: readonly T[]
  readonly pages: number
}

async function look<T>(load: LoadPage<T>, pages: number, route: string): Promise<Look<T>> {
  const items: T[] = []
  for (let number = 1; number <= pages; number++) {
    const page = await wholeOrInParts(load, number)
    items.push(...page.items)
    if (!hasNext(page, PER_PAGE)) return { items, pages: number }
  }
  throw new Failure('too-many', `GitHub lists more than ${pages * PER_PAGE} items for ${route}`)
}

/** GitHub gives up after ten seconds: a page that is too much work for that comes in smaller ones. */
async function wholeOrInParts<T>(load: LoadPage<T>, number: number): Promise<Page<T>> {
  try {
    return await load(number, PER_PAGE)
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'server-error') throw error
  }
  const size = PER_PAGE / PARTS
  const items: T[] = []
  for (let part = 1; ; part++) {
    const page = await load((number - 1) * PARTS + part, size)
    items.push(...page.items)
    if (part === PARTS || !hasNext(page, size)) return { items, link: page.link }
  }
}

/** A page may be short, even empty, and have a next one; where a proxy cut the header, a full page may have one. */
function hasNext({ items, link }: Page<unknown>, size: number): boolean {
  return link === undefined ? items.length >= size : /;\s*rel="?next"?/.test(link)
}
