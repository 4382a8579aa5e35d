/** @story */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { operations } from '../../sandbox/github/contract/operations.ts'
import { actionsStory } from './octokit/actions.ts'
import { deliveryStory } from './octokit/delivery.ts'
import { gitStory } from './octokit/git.ts'
import { issueStory } from './octokit/issue.ts'
import { releaseStory } from './octokit/release.ts'
import { repositoryStory } from './octokit/repository.ts'
import { type Rig, shapeOf, startRig } from './octokit/rig.ts'

let rig: Rig
beforeAll(async () => {
  rig = await startRig()
})
afterAll(() => rig.close())

test('account, repository, teams, branches, rules and limits', () => repositoryStory(rig))
test('files, commits, trees, refs and tags', () => gitStory(rig))
test('releases and their files', () => releaseStory(rig))
test('issues, comments and labels, page by page', () => issueStory(rig))
test('deployments, environments, statuses and checks', () => deliveryStory(rig))
test('workflows, runs, reviews, logs and artifacts', () => actionsStory(rig))

test('every operation of the contract was called by its typed method, and nothing else', () => {
  const shapes = operations.map((name) => {
    const [method = '', path = ''] = name.split(' ')
    return shapeOf(method, path)
  })
  expect([...rig.called].toSorted()).toEqual(shapes.toSorted())
  expect(rig.fixture.github.violations).toEqual([])
})
