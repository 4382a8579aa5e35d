import { at, type Case, items } from '../target.ts'

const docs = 'https://docs.github.com/rest/issues'

/** Issues, comments and labels. */
export const issueCases: readonly Case[] = [
  {
    id: 'issues-off',
    title: 'where issues are switched off, making one is 410',
    document: `${docs}/issues#create-an-issue`,
    setup: { hasIssues: false },
    look: async ({ ask }) => (await ask('POST', '/issues', { title: 'x' })).status,
    expected: 410,
  },
  {
    id: 'issue-without-title',
    title: 'an issue without a title is 422',
    document: `${docs}/issues#create-an-issue`,
    look: async ({ ask }) => (await ask('POST', '/issues', { body: 'x' })).status,
    expected: 422,
  },
  {
    id: 'issue-labels-made',
    title: 'labels of a new issue that do not exist yet are made',
    document: `${docs}/issues#create-an-issue`,
    look: async ({ ask }) => {
      await ask('POST', '/issues', { title: 'x', labels: ['freeze'] })
      return (await ask('GET', '/labels/freeze')).status
    },
    expected: 200,
  },
  {
    id: 'issue-labels-dropped',
    title: 'labels from somebody who may not triage are silently dropped',
    document: `${docs}/issues#create-an-issue`,
    look: async ({ ask }) => {
      const body = { title: 'x', labels: ['freeze'] }
      const { status, data } = await ask('POST', '/issues', body, { as: 'reader' })
      return status === 201 ? items(data, 'labels').length : status
    },
    expected: 0,
  },
  {
    id: 'issue-list-filter',
    title: 'issues are listed by state and label, newest first, open ones unless asked',
    document: `${docs}/issues#list-repository-issues`,
    look: async ({ ask }) => {
      for (const title of ['a', 'b', 'c']) {
        await ask('POST', '/issues', { title, labels: title === 'a' ? [] : ['x'] })
      }
      await ask('PATCH', '/issues/3', { state: 'closed' })
      const titles = async (query: string) =>
        items((await ask('GET', `/issues${query}`)).data).map((each) => at(each, 'title'))
      return [await titles(''), await titles('?labels=x'), await titles('?state=all&direction=asc')]
    },
    expected: [['b', 'a'], ['b'], ['a', 'b', 'c']],
  },
  {
    id: 'issue-closed',
    title: 'a closed issue says why, when and by whom',
    document: `${docs}/issues#update-an-issue`,
    look: async ({ ask }) => {
      await ask('POST', '/issues', { title: 'x' })
      const body = { state: 'closed', state_reason: 'not_planned' }
      const { data } = await ask('PATCH', '/issues/1', body)
      const by = at(data, 'closed_by', 'login')
      return [at(data, 'state_reason'), typeof at(data, 'closed_at'), by]
    },
    expected: ['not_planned', 'string', 'ada'],
  },
  {
    id: 'comment-too-long',
    title: 'a comment has at most 65,536 characters',
    document: `${docs}/comments#create-an-issue-comment`,
    look: async ({ ask }) => {
      await ask('POST', '/issues', { title: 'x' })
      return (await ask('POST', '/issues/1/comments', { body: 'x'.repeat(65_537) })).status
    },
    expected: 422,
  },
  {
    id: 'comment-life',
    title: 'a comment is made, changed, listed and deleted',
    document: `${docs}/comments`,
    look: async ({ ask }) => {
      await ask('POST', '/issues', { title: 'x' })
      const made = await ask('POST', '/issues/1/comments', { body: 'one' })
      const path = `/issues/comments/${at(made.data, 'id')}`
      await ask('PATCH', path, { body: 'two' })
      const [listed] = items((await ask('GET', '/issues/1/comments')).data)
      return [
        at(listed, 'body'),
        (await ask('DELETE', path)).status,
        (await ask('GET', path)).status,
      ]
    },
    expected: ['two', 204, 404],
  },
  {
    id: 'label-taken',
    title: 'a label of a name that exists in any case is 422 already_exists',
    document: `${docs}/labels#create-a-label`,
    look: async ({ ask }) => {
      await ask('POST', '/labels', { name: 'Freeze' })
      const { status, data } = await ask('POST', '/labels', { name: 'freeze' })
      return [status, at(data, 'errors', 0, 'code')]
    },
    expected: [422, 'already_exists'],
  },
  {
    id: 'label-bad-colour',
    title: 'a colour that is none is 422 invalid',
    document: `${docs}/labels#create-a-label`,
    look: async ({ ask }) => {
      const { status, data } = await ask('POST', '/labels', { name: 'x', color: 'red' })
      return [status, at(data, 'errors', 0, 'field')]
    },
    expected: [422, 'color'],
  },
  {
    id: 'label-not-on-issue',
    title: 'a label that an issue does not have cannot be taken off: 404',
    document: `${docs}/labels#remove-a-label-from-an-issue`,
    look: async ({ ask }) => {
      await ask('POST', '/issues', { title: 'x' })
      return (await ask('DELETE', '/issues/1/labels/none')).status
    },
    expected: 404,
  },
]
