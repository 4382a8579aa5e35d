import { expect } from '@jest/globals'
import { Octokit } from '@octokit/rest'
import { shop } from '../../sandbox/github/fixture.ts'
import type { Rig } from './rig.ts'

/** Issues, comments and labels, page by page. */
export async function issueStory({ client, fixture }: Rig): Promise<void> {
  const rest = client('ada')
  for (const title of ['a', 'b', 'c']) await rest.issues.create({ ...shop, title })
  const octokit = new Octokit({ baseUrl: fixture.github.url, request: { fetch: globalThis.fetch } })
  const all = await octokit.paginate(octokit.rest.issues.listForRepo, { ...shop, per_page: 2 })
  expect(all.map(({ title }) => title)).toEqual(['c', 'b', 'a'])
  expect((await rest.issues.listForRepo({ ...shop, per_page: 2 })).data).toHaveLength(2)
  const issue = { ...shop, issue_number: 1 }
  await rest.issues.update({ ...issue, body: 'text' })
  expect((await rest.issues.get(issue)).data.body).toBe('text')
  await rest.issues.lock(issue)
  await rest.issues.unlock(issue)

  const { data: made } = await rest.issues.createComment({ ...issue, body: 'one' })
  const comment = { ...shop, comment_id: made.id }
  await rest.issues.updateComment({ ...comment, body: 'two' })
  expect((await rest.issues.getComment(comment)).data.body).toBe('two')
  expect((await rest.issues.listComments(issue)).data).toHaveLength(1)
  expect((await rest.issues.listCommentsForRepo(shop)).data).toHaveLength(1)
  expect((await rest.issues.deleteComment(comment)).status).toBe(204)

  await rest.issues.createLabel({ ...shop, name: 'bug', color: 'ff0000' })
  await rest.issues.updateLabel({ ...shop, name: 'bug', new_name: 'fault' })
  expect((await rest.issues.getLabel({ ...shop, name: 'fault' })).data.color).toBe('ff0000')
  await rest.issues.addLabels({ ...issue, labels: ['fault', 'x'] })
  await rest.issues.removeLabel({ ...issue, name: 'x' })
  expect((await rest.issues.listLabelsOnIssue(issue)).data.map((l) => l.name)).toEqual(['fault'])
  await rest.issues.setLabels({ ...issue, labels: ['y'] })
  expect((await rest.issues.removeAllLabels(issue)).status).toBe(204)
  await rest.issues.deleteLabel({ ...shop, name: 'y' })
  const labels = (await rest.issues.listLabelsForRepo(shop)).data.map(({ name }) => name)
  expect(labels).toEqual(['fault', 'x'])
}
