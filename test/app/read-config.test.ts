import { expect, test } from '@jest/globals'
import { readConfig } from '../../src/app/read-config.ts'
import type { Repository } from '../../src/ports/repository.ts'

const never = () => Promise.reject(new Error('nobody asks for this'))

function repository(files: Readonly<Record<string, string>>, asked: string[] = []): Repository {
  return {
    defaultFile: async (path) => {
      asked.push(path)
      return files[path]
    },
    tagCommit: never,
    createBranch: never,
    permission: never,
    role: never,
    commit: never,
    relation: never,
    branchRules: never,
  }
}

test('the one file of the default branch is read, and never GitHub’s own release.yml', async () => {
  const asked: string[] = []
  const files = {
    '.github/release-actions.yml': 'product: shop\nobjectives: none\n',
    '.github/release.yml': 'changelog: {categories: []}\n',
  }
  expect((await readConfig(repository(files, asked), '')).product).toBe('shop')
  expect(asked).toEqual(['.github/release-actions.yml'])
})

test('without it nothing goes on, whatever else is there', async () => {
  const asked: string[] = []
  const files = { '.github/release.yml': 'product: shop\nobjectives: none\n' }
  await expect(readConfig(repository(files, asked), '')).rejects.toMatchObject({
    code: 'absent',
    message: '.github/release-actions.yml does not exist on the default branch',
  })
  expect(asked).toEqual(['.github/release-actions.yml'])
})
