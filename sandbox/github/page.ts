import { type Answer, type Call, ok } from './route.ts'

interface Paged {
  readonly page?: number
  readonly per_page?: number
}

/**
 * One page of a list with GitHub's `Link` header: 30 a page unless asked, never more than 100.
 * Like GitHub's, the links name the repository by its id.
 */
export function paged<Item>(
  call: Call<unknown>,
  items: readonly Item[],
  render: (item: Item) => unknown,
): Answer {
  const { part, headers } = cutPage(call, items)
  return { ...ok(part.map(render)), headers }
}

/** The items of the page asked for, and the headers that lead to the other pages. */
export function cutPage<Item>(call: Call<unknown>, items: readonly Item[]) {
  const { page = 1, per_page = 30 } = call.input as Paged
  const size = Math.min(Math.max(per_page, 1), 100)
  const current = Math.max(page, 1)
  const last = Math.max(Math.ceil(items.length / size), 1)
  const links = pageLinks(call, current, last)
  return {
    part: items.slice((current - 1) * size, current * size),
    headers: links === '' ? {} : { link: links },
  }
}

function pageLinks(call: Call<unknown>, current: number, last: number) {
  const targets: [string, number][] = []
  if (current > 1) targets.push(['prev', current - 1])
  if (current < last) targets.push(['next', current + 1], ['last', last])
  if (current > 1) targets.push(['first', 1])
  return targets.map(([rel, page]) => `<${pageUrl(call, page)}>; rel="${rel}"`).join(', ')
}

function pageUrl({ url, world, repository }: Call<unknown>, page: number) {
  const rest = url.pathname.replace(/^\/(repos\/[^/]+\/[^/]+|repositories\/\d+)/, '')
  const query = new URLSearchParams(url.search)
  query.set('page', String(page))
  return `${world.url}/repositories/${repository.id}${rest}?${query}`
}
