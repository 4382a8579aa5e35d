import { Failure } from '../../domain/failure.ts'

/** Items of a page, as many as GitHub gives at most. */
export const PER_PAGE = 100

/** One page of a list, and its `link` header. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly link: string | undefined
}

/**
 * All pages of a list. They are counted here and no address of an answer is followed, so that a `next` that points to
 * itself or elsewhere leads nowhere.
 * @throws Failure `too-many` where there is another page beyond `pages`.
 */
export async function allPages<T>(
  load: (page: number) => Promise<Page<T>>,
  pages: number,
  route: string,
): Promise<T[]> {
  const all: T[] = []
  for (let number = 1; number <= pages; number++) {
    const page = await load(number)
    all.push(...page.items)
    if (!hasNext(page)) return all
  }
  throw new Failure('too-many', `GitHub lists more than ${pages * PER_PAGE} items for ${route}`)
}

/** A page may be short, even empty, and have a next one; where a proxy cut the header, a full page may have one. */
function hasNext({ items, link }: Page<unknown>): boolean {
  return link === undefined ? items.length >= PER_PAGE : /;\s*rel="?next"?/.test(link)
}
