import { expect, test } from '@jest/globals'
import { hotfixBranchOf } from '../../../src/domain/release/hotfix-branch.ts'

test('the branch has the name of the tag, so that two products with one number have two', () => {
  expect(hotfixBranchOf('1.0.0', 'v1.0.0')).toBe('hotfix/rollback-to-v1.0.0')
  expect(hotfixBranchOf('1.0.0', 'edge/v1.0.0')).toBe('hotfix/rollback-to-edge/v1.0.0')
})

test('a commit and a digest, which have no tag, are named themselves', () => {
  expect(hotfixBranchOf('sha256:0a1b', undefined)).toBe('hotfix/rollback-to-sha256-0a1b')
  expect(hotfixBranchOf('0a1b2c3', undefined)).toBe('hotfix/rollback-to-0a1b2c3')
})
