import type { Repository } from '../../src/ports/repository.ts'
import type { Process } from './world.ts'

/** Permission of each login of the model. */
const PEOPLE: Readonly<Record<string, string>> = { ada: 'admin', mallory: 'read' }

/** Model of a repository in which every tag exists and no rule holds. */
export function repositoryOf(process: Process): Repository {
  return {
    defaultFile: async () => undefined,
    tagCommit: (tag) =>
      process.meet({
        site: 'repository.tag',
        effect: () => (tag === '' ? undefined : 'c'.repeat(40)),
      }),
    commit: async (sha) => sha.padEnd(40, '0'),
    relation: async () => 'ahead',
    createBranch: async () => 'refused',
    permission: (login) =>
      process.meet({ site: 'repository.permission', effect: () => PEOPLE[login] ?? 'none' }),
    role: (login) =>
      process.meet({ site: 'repository.permission', effect: () => PEOPLE[login] ?? 'none' }),
    branchRules: () => process.meet({ site: 'repository.rules', effect: () => ['deletion'] }),
  }
}
