import { deliveryCases } from './cases/delivery.ts'
import { gitCases } from './cases/git.ts'
import { issueCases } from './cases/issues.ts'
import { releaseCases } from './cases/releases.ts'
import { repositoryCases } from './cases/repository.ts'
import type { Case } from './target.ts'

/** What every server that says it is GitHub has to show: written once, for all of them. */
export const allCases: readonly Case[] = [
  ...repositoryCases,
  ...gitCases,
  ...releaseCases,
  ...issueCases,
  ...deliveryCases,
]
